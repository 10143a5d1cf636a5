/* OpenGL 2.0 and 2.1: shaders, framebuffer objects, images in buffer objects. */
#include "scene.h"

#include <stdio.h>
#include <string.h>

static const char vertex_text[] =
    "attribute float shift;\n"
    "uniform mat2 turn;\n"
    "varying vec2 place;\n"
    "void main() {\n"
    "    place = gl_Vertex.xy;\n"
    "    gl_Position = vec4(turn * gl_Vertex.xy + vec2(shift, 0.0), 0.0, 1.0);\n"
    "}\n";

/* Sources in several parts, one of them with an explicit length. */
static const char *const fragment_parts[] = {
    "uniform vec3 colors[3];\nuniform sampler2D texture;\n",
    "varying vec2 place; XXXX",
    "\nvoid main() {\n    int part = place.x < -0.3 ? 0 : place.x < 0.3 ? 1 : 2;\n",
    "    gl_FragColor = vec4(part == 0 ? colors[0] : part == 1 ? colors[1] : colors[2], 1.0) * texture2D(texture, place);\n}\n",
};

static GLuint compile(GLenum type, int count, const char *const *parts, const GLint *lengths)
{
    GLuint shader = glCreateShader(type);
    glShaderSource(shader, count, parts, lengths);
    glCompileShader(shader);
    GLint compiled = 0;
    glGetShaderiv(shader, GL_COMPILE_STATUS, &compiled);
    printf("compiled %d\n", compiled);
    return shader;
}

static GLuint link(void)
{
    static const GLint lengths[] = { -1, 20, -1, -1 };
    const char *vertex = vertex_text;
    GLuint program = glCreateProgram();
    GLuint shaders[2] = {
        compile(GL_VERTEX_SHADER, 1, &vertex, NULL),
        compile(GL_FRAGMENT_SHADER, 4, fragment_parts, lengths),
    };
    glAttachShader(program, shaders[0]);
    glAttachShader(program, shaders[1]);
    glBindAttribLocation(program, 5, "shift");
    glLinkProgram(program);
    GLuint attached[4] = { 0 };
    GLsizei count = 0;
    glGetAttachedShaders(program, 4, &count, attached);
    int both = (attached[0] == shaders[0]) + (attached[0] == shaders[1]) + (attached[1] == shaders[0]) + (attached[1] == shaders[1]);
    printf("attached %d, known %d\n", count, both);
    glDeleteShader(shaders[0]);
    glDeleteShader(shaders[1]);
    GLint flagged = 0;
    glGetShaderiv(shaders[0], GL_DELETE_STATUS, &flagged);
    printf("flagged %d, still there %d\n", flagged, glIsShader(shaders[0]));
    return program;
}

static void describe(GLuint program)
{
    GLint active = 0;
    glGetProgramiv(program, GL_ACTIVE_UNIFORMS, &active);
    for (GLint i = 0; i < active; i++) {
        char name[40];
        GLsizei length = 0;
        GLint size = 0;
        GLenum type = 0;
        glGetActiveUniform(program, (GLuint)i, sizeof name, &length, &size, &type, name);
        printf("uniform %s (%d): %d of %x, at %d\n", name, length, size, type, glGetUniformLocation(program, name) >= 0);
    }
    char cut[4] = "zzz";
    GLsizei length = 0;
    glGetShaderSource(program, sizeof cut, &length, cut);
    printf("no shader: %x, %s\n", glGetError(), cut);
    printf("attribute at %d, none at %d\n", glGetAttribLocation(program, "shift"), glGetUniformLocation(program, "nothing"));
    GLint current = 0;
    glUseProgram(program);
    glGetIntegerv(GL_CURRENT_PROGRAM, &current);
    printf("current %d\n", (GLuint)current == program);
}

static void quad(void)
{
    glBegin(GL_QUADS);
    glVertexAttrib1f(5, 0.1f);
    glVertex2f(-0.7f, -0.7f);
    glVertex2f(0.7f, -0.7f);
    glVertex2f(0.7f, 0.7f);
    glVertex2f(-0.7f, 0.7f);
    glEnd();
}

static void glsl(const struct stage *stage, int frame)
{
    static const GLfloat colors[9] = { 1, 0.2f, 0.2f, 0.2f, 1, 0.2f, 0.2f, 0.2f, 1 };
    static const GLfloat turn[4] = { 0.8f, 0.2f, -0.2f, 0.8f };
    static const GLubyte texels[16] = { 255, 255, 255, 255, 128, 128, 128, 255, 128, 128, 128, 255, 255, 255, 255, 255 };
    whole(stage);
    glClearColor(0.1f, 0.1f, 0.1f, 1);
    glClear(GL_COLOR_BUFFER_BIT);
    GLuint texture = 0;
    glGenTextures(1, &texture);
    glBindTexture(GL_TEXTURE_2D, texture);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_NEAREST);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_NEAREST);
    glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA, 2, 2, 0, GL_RGBA, GL_UNSIGNED_BYTE, texels);
    GLuint program = link();
    describe(program);
    glUniform3fv(glGetUniformLocation(program, "colors"), 3, colors);
    glUniformMatrix2fv(glGetUniformLocation(program, "turn"), 1, GL_FALSE, turn);
    GLfloat back[3] = { 0 };
    glGetUniformfv(program, glGetUniformLocation(program, "colors[1]"), back);
    printf("uniform %.2f %.2f %.2f\n", (double)back[0], (double)back[1], (double)back[2]);
    quad();
    glUseProgram(0);
    glDeleteProgram(program);
    glDeleteTextures(1, &texture);
    printf("frame %d: %x, program there %d\n", frame, glGetError(), glIsProgram(program));
}

static void glsl_errors(const struct stage *stage, int frame)
{
    (void)frame;
    whole(stage);
    glClear(GL_COLOR_BUFFER_BIT);
    const char *broken = "void main() { nonsense }";
    const char *never = (const char *)16; /* never dereferenced */
    printf("wrong type %u %x\n", glCreateShader(0x1234), glGetError());
    GLuint shader = compile(GL_FRAGMENT_SHADER, 1, &broken, NULL);
    char log[512] = "";
    GLsizei length = -1;
    glGetShaderInfoLog(shader, sizeof log, &length, log);
    printf("log of %d: %s\n", length, log);
    glGetShaderInfoLog(shader, 5, &length, log);
    printf("log cut to %d: %s\n", length, log);
    glShaderSource(9999, 1, &never, NULL);
    printf("source of nothing %x\n", glGetError());
    GLuint program = glCreateProgram();
    glShaderSource(program, 1, &never, NULL);
    printf("source of a program %x\n", glGetError());
    glShaderSource(shader, -1, &broken, NULL);
    printf("minus one source %x\n", glGetError());
    glUseProgram(shader);
    printf("use of a shader %x\n", glGetError());
    glUseProgram(9999);
    printf("use of nothing %x\n", glGetError());
    glLinkProgram(program);
    glAttachShader(program, 9999);
    printf("attach nothing %x\n", glGetError());
    glUniform1f(0, 1);
    printf("uniform without a program %x\n", glGetError());
    printf("location before linking %d %x\n", glGetUniformLocation(9999, "x"), glGetError());
    glDeleteProgram(program);
    glDeleteShader(shader);
}

static void framebuffers(const struct stage *stage, int frame)
{
    enum { side = 64 };
    whole(stage);
    GLuint names[3] = { 0 };
    glGenFramebuffers(1, names);
    glGenTextures(1, names + 1);
    glGenRenderbuffers(1, names + 2);
    glBindTexture(GL_TEXTURE_2D, names[1]);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_LINEAR_MIPMAP_LINEAR);
    glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA8, side, side, 0, GL_RGBA, GL_UNSIGNED_BYTE, NULL);
    glBindRenderbuffer(GL_RENDERBUFFER, names[2]);
    glRenderbufferStorage(GL_RENDERBUFFER, GL_DEPTH24_STENCIL8, side, side);
    printf("%d before it is bound\n", glIsFramebuffer(names[0]));
    glBindFramebuffer(GL_FRAMEBUFFER, 4711);
    printf("a name that was not generated: %x\n", glGetError());
    glBindFramebuffer(GL_FRAMEBUFFER, names[0]);
    printf("empty %x\n", glCheckFramebufferStatus(GL_FRAMEBUFFER));
    glFramebufferTexture2D(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_TEXTURE_2D, names[1], 0);
    glFramebufferRenderbuffer(GL_FRAMEBUFFER, GL_DEPTH_ATTACHMENT, GL_RENDERBUFFER, names[2]);
    GLint bound = 0;
    glGetIntegerv(GL_FRAMEBUFFER_BINDING, &bound);
    printf("whole %x, bound %d\n", glCheckFramebufferStatus(GL_FRAMEBUFFER), (GLuint)bound == names[0]);
    glViewport(0, 0, side, side);
    glClearColor(0.2f, 0.5f, 0.9f, 1);
    glClear(GL_COLOR_BUFFER_BIT | GL_DEPTH_BUFFER_BIT);
    pick_color(frame);
    glRectf(-0.5f, -0.9f, 0.5f, 0.2f);
    glBindFramebuffer(GL_FRAMEBUFFER, 0);
    glViewport(0, 0, stage->width, stage->height);
    glGenerateMipmap(GL_TEXTURE_2D);
    glClearColor(0, 0, 0, 1);
    glClear(GL_COLOR_BUFFER_BIT);
    glColor3f(1, 1, 1);
    glEnable(GL_TEXTURE_2D);
    glBegin(GL_QUADS);
    glTexCoord2f(0, 0), glVertex2f(-0.9f, -0.9f);
    glTexCoord2f(3, 0), glVertex2f(0.9f, -0.6f);
    glTexCoord2f(3, 3), glVertex2f(0.4f, 0.9f);
    glTexCoord2f(0, 3), glVertex2f(-0.9f, 0.7f);
    glEnd();
    glDisable(GL_TEXTURE_2D);
    glBindFramebuffer(GL_READ_FRAMEBUFFER, names[0]);
    glBlitFramebuffer(0, 0, side, side, 2, 2, 34, 34, GL_COLOR_BUFFER_BIT, GL_LINEAR);
    glBindFramebuffer(GL_READ_FRAMEBUFFER, 0);
    glDeleteFramebuffers(1, names);
    glDeleteTextures(1, names + 1);
    glDeleteRenderbuffers(1, names + 2);
    printf("%x\n", glGetError());
}

static void pixel_buffers(const struct stage *stage, int frame)
{
    enum { side = 16, bytes = side * side * 4 };
    (void)frame;
    GLubyte image[bytes];
    for (int i = 0; i < bytes; i++) {
        image[i] = (GLubyte)(i * 7 + i / 64);
    }
    whole(stage);
    glClearColor(0, 0, 0.3f, 1);
    glClear(GL_COLOR_BUFFER_BIT);
    GLuint buffers[2] = { 0 };
    glGenBuffers(2, buffers);
    glBindBuffer(GL_PIXEL_UNPACK_BUFFER, buffers[0]);
    glBufferData(GL_PIXEL_UNPACK_BUFFER, bytes, image, GL_STATIC_DRAW);
    glRasterPos2f(-0.9f, -0.9f);
    glPixelZoom(2, 2);
    glDrawPixels(side, side, GL_RGBA, GL_UNSIGNED_BYTE, NULL);
    glPixelZoom(1, 1);
    glDrawPixels(side, side, GL_RGBA, GL_UNSIGNED_BYTE, (const void *)4);
    printf("beyond the end %x\n", glGetError());
    glBindBuffer(GL_PIXEL_PACK_BUFFER, buffers[1]);
    glBufferData(GL_PIXEL_PACK_BUFFER, 2 * bytes, NULL, GL_STREAM_READ);
    glReadPixels(4, 4, side, side, GL_RGBA, GL_UNSIGNED_BYTE, (void *)bytes);
    GLint bound = 0;
    glGetIntegerv(GL_PIXEL_PACK_BUFFER_BINDING, &bound);
    const GLubyte *read = glMapBuffer(GL_PIXEL_PACK_BUFFER, GL_READ_ONLY);
    unsigned sum = 0;
    for (int i = 0; read && i < 2 * bytes; i++) {
        sum = sum * 31 + read[i];
    }
    printf("bound %d, read %08x\n", (GLuint)bound == buffers[1], sum);
    glReadPixels(0, 0, 1, 1, GL_RGBA, GL_UNSIGNED_BYTE, NULL);
    printf("into a mapped buffer %x\n", glGetError());
    glUnmapBuffer(GL_PIXEL_PACK_BUFFER);
    glBindBuffer(GL_PIXEL_PACK_BUFFER, 0);
    /* The pixels that were read, from the host's own copy of the buffer. */
    glBindBuffer(GL_PIXEL_UNPACK_BUFFER, buffers[1]);
    glRasterPos2f(0.2f, 0.2f);
    glDrawPixels(side, side, GL_RGBA, GL_UNSIGNED_BYTE, (const void *)bytes);
    glBindBuffer(GL_PIXEL_UNPACK_BUFFER, 0);
    glDeleteBuffers(2, buffers);
    printf("%x\n", glGetError());
}

const struct scene shader_scenes[] = {
    { "glsl", 120, 120, glsl, NULL },
    { "glsl-errors", 80, 60, glsl_errors, NULL },
    { "framebuffers", 140, 120, framebuffers, NULL },
    { "pixel-buffers", 120, 100, pixel_buffers, NULL },
    { NULL, 0, 0, NULL, NULL },
};
