/* Features of 3.x and 4.x that OpenGL 2.1 drivers offer: vertex array objects, instancing, mapped ranges, sync objects, debug output, and
 * ATI_fragment_shader. */
#include "scene.h"

#include <stdio.h>
#include <string.h>

static const GLfloat triangle[] = { -0.4f, -0.4f, 0.4f, -0.4f, 0, 0.4f };

static GLuint array_buffer(GLenum target, GLsizeiptr bytes, const void *data)
{
    GLuint buffer;
    glGenBuffers(1, &buffer);
    glBindBuffer(target, buffer);
    glBufferData(target, bytes, data, GL_STATIC_DRAW);
    return buffer;
}

static void vertex_array_objects(const struct stage *stage, int frame)
{
    (void)stage, (void)frame;
    static const GLubyte colors[] = { 255, 0, 0, 255, 0, 255, 0, 255, 0, 0, 255, 255 }; /* blue first */
    static const GLushort upright[] = { 0, 1, 2 };
    glClear(GL_COLOR_BUFFER_BIT);
    GLuint arrays[3];
    glGenVertexArrays(3, arrays);
    printf("before %d\n", glIsVertexArray(arrays[0]));
    glBindVertexArray(arrays[0]);
    printf("after %d, unknown %d\n", glIsVertexArray(arrays[0]), glIsVertexArray(4711));
    glVertexPointer(2, GL_FLOAT, 0, triangle);
    printf("the program's memory %x\n", glGetError());
    GLuint vertices = array_buffer(GL_ARRAY_BUFFER, sizeof triangle, triangle);
    glVertexPointer(2, GL_FLOAT, 0, NULL);
    glEnableClientState(GL_VERTEX_ARRAY);
    GLuint paint = array_buffer(GL_ARRAY_BUFFER, sizeof colors, colors);
    glColorPointer(GL_BGRA, GL_UNSIGNED_BYTE, 0, NULL);
    glEnableClientState(GL_COLOR_ARRAY);
    GLuint indices = array_buffer(GL_ELEMENT_ARRAY_BUFFER, sizeof upright, upright);
    glBindVertexArray(0);
    GLint element = -1, bound = -1, enabled = glIsEnabled(GL_VERTEX_ARRAY);
    glGetIntegerv(GL_ELEMENT_ARRAY_BUFFER_BINDING, &element);
    glGetIntegerv(GL_VERTEX_ARRAY_BINDING, &bound);
    printf("in 0: %d %d %d\n", element, bound, enabled);
    glBindVertexArray(arrays[0]);
    glGetIntegerv(GL_ELEMENT_ARRAY_BUFFER_BINDING, &element);
    GLint size = 0;
    glGetIntegerv(GL_COLOR_ARRAY_SIZE, &size);
    printf("again: %d, %x\n", (GLuint)element == indices, size);
    glDrawElements(GL_TRIANGLES, 3, GL_UNSIGNED_SHORT, NULL);
    glPushClientAttrib(GL_CLIENT_VERTEX_ARRAY_BIT);
    glDisableClientState(GL_COLOR_ARRAY);
    glBindVertexArray(arrays[1]);
    glPopClientAttrib();
    glGetIntegerv(GL_VERTEX_ARRAY_BINDING, &bound);
    printf("popped %d %d\n", (GLuint)bound == arrays[0], glIsEnabled(GL_COLOR_ARRAY));
    glBindVertexArray(4711);
    printf("unknown %x\n", glGetError());
    glDeleteVertexArrays(3, arrays);
    glGetIntegerv(GL_VERTEX_ARRAY_BINDING, &bound);
    printf("deleted %d %d\n", bound, glIsVertexArray(arrays[0]));
    glDeleteBuffers(3, (GLuint[]) { vertices, paint, indices });
    printf("%x\n", glGetError());
}

static GLuint instance_program(void)
{
    const char *text =
        "#version 120\nattribute vec2 at;\nattribute vec2 place;\nattribute vec4 paint;\nvarying vec4 color;\n"
        "void main() { color = paint; gl_Position = vec4(at * 0.4 + place, 0.0, 1.0); }\n";
    const char *fragment = "varying vec4 color;\nvoid main() { gl_FragColor = color; }\n";
    GLuint program = glCreateProgram(), shaders[2] = { glCreateShader(GL_VERTEX_SHADER), glCreateShader(GL_FRAGMENT_SHADER) };
    glShaderSource(shaders[0], 1, &text, NULL);
    glShaderSource(shaders[1], 1, &fragment, NULL);
    for (int i = 0; i < 2; i++) {
        glCompileShader(shaders[i]);
        glAttachShader(program, shaders[i]);
        glDeleteShader(shaders[i]);
    }
    glBindAttribLocation(program, 0, "at");
    glBindAttribLocation(program, 1, "place");
    glBindAttribLocation(program, 2, "paint");
    glLinkProgram(program);
    return program;
}

static void instances(const struct stage *stage, int frame)
{
    (void)stage, (void)frame;
    static const GLfloat places[] = { -0.7f, -0.7f, -0.2f, -0.7f, 0.3f, -0.7f, 0.8f, -0.7f };
    static const GLubyte paints[] = { 255, 40, 40, 255, 40, 255, 40, 255 };
    static const GLushort strip[] = { 0, 1, 2, 0xffff, 3, 4, 5 };
    static const GLfloat two[] = { -0.9f, 0.1f, -0.5f, 0.1f, -0.7f, 0.5f, 0.1f, 0.1f, 0.5f, 0.1f, 0.3f, 0.5f };
    static const GLhalf half_line[] = { 0xbc00, 0x3a00, 0x3c00, 0x3a00, 0xbc00, 0x3b00, 0x3c00, 0x3b00 }; /* -1 0.75 1 0.75, 0.875 */
    glClear(GL_COLOR_BUFFER_BIT);
    GLuint program = instance_program();
    glUseProgram(program);
    glVertexAttribPointer(0, 2, GL_FLOAT, GL_FALSE, 0, triangle);
    glVertexAttribPointer(1, 2, GL_FLOAT, GL_FALSE, 0, places);
    glVertexAttribPointer(2, 4, GL_UNSIGNED_BYTE, GL_TRUE, 0, paints);
    for (GLuint i = 0; i < 3; i++) {
        glEnableVertexAttribArray(i);
    }
    glVertexAttribDivisor(1, 1);
    glVertexAttribDivisor(2, 2);
    GLint divisor = 0;
    glGetVertexAttribiv(2, GL_VERTEX_ATTRIB_ARRAY_DIVISOR, &divisor);
    glDrawArraysInstanced(GL_TRIANGLES, 0, 3, 4);
    glDrawArraysInstanced(GL_TRIANGLES, 0, 3, -1);
    printf("divisor %d, a negative count %x\n", divisor, glGetError());
    for (GLuint i = 0; i < 3; i++) {
        glVertexAttribDivisor(i, 0);
        glDisableVertexAttribArray(i);
    }
    glUseProgram(0);
    glDeleteProgram(program);

    glEnableClientState(GL_VERTEX_ARRAY);
    glVertexPointer(2, GL_FLOAT, 0, two);
    glEnableClientState(GL_PRIMITIVE_RESTART_NV);
    glPrimitiveRestartIndexNV(0xffff);
    glColor3f(1, 1, 0);
    glDrawElements(GL_TRIANGLE_STRIP, 7, GL_UNSIGNED_SHORT, strip);
    GLuint indices = array_buffer(GL_ELEMENT_ARRAY_BUFFER, sizeof strip, strip);
    glColor3f(0, 1, 1);
    glTranslatef(0.2f, 0, 0);
    glDrawElements(GL_TRIANGLE_STRIP, 7, GL_UNSIGNED_SHORT, NULL);
    glLoadIdentity();
    glBindBuffer(GL_ELEMENT_ARRAY_BUFFER, 0);
    glDeleteBuffers(1, &indices);
    glDisableClientState(GL_PRIMITIVE_RESTART_NV);
    glColor3f(1, 0, 1);
    glDrawElementsBaseVertex(GL_LINE_STRIP, 3, GL_UNSIGNED_SHORT, strip, 3);
    glVertexPointer(2, GL_HALF_FLOAT, 0, half_line);
    glDrawArrays(GL_LINES, 0, 4);
    glDisableClientState(GL_VERTEX_ARRAY);
    printf("%x\n", glGetError());
}

static void buffer_ranges(const struct stage *stage, int frame)
{
    (void)stage, (void)frame;
    glClear(GL_COLOR_BUFFER_BIT);
    GLuint from = array_buffer(GL_COPY_READ_BUFFER, sizeof triangle, triangle), to = array_buffer(GL_ARRAY_BUFFER, 64, NULL);
    glCopyBufferSubData(GL_COPY_READ_BUFFER, GL_ARRAY_BUFFER, 0, 8, sizeof triangle);
    glCopyBufferSubData(GL_COPY_READ_BUFFER, GL_COPY_READ_BUFFER, 0, 8, 12);
    printf("overlapping %x\n", glGetError());
    glVertexPointer(2, GL_FLOAT, 0, (void *)8);
    glEnableClientState(GL_VERTEX_ARRAY);
    glColor3f(1, 0, 0);
    glDrawArrays(GL_TRIANGLES, 0, 3);
    const GLfloat *copied = glMapBufferRange(GL_ARRAY_BUFFER, 8, 24, GL_MAP_READ_BIT);
    printf("copied %g %g\n", copied[0], copied[5]);
    GLint asked[4];
    glGetBufferParameteriv(GL_ARRAY_BUFFER, GL_BUFFER_ACCESS_FLAGS, asked);
    glGetBufferParameteriv(GL_ARRAY_BUFFER, GL_BUFFER_MAP_OFFSET, asked + 1);
    glGetBufferParameteriv(GL_ARRAY_BUFFER, GL_BUFFER_MAP_LENGTH, asked + 2);
    glGetBufferParameteriv(GL_ARRAY_BUFFER, GL_BUFFER_ACCESS, asked + 3);
    printf("%x %d %d %x\n", asked[0], asked[1], asked[2], asked[3]);
    glUnmapBuffer(GL_ARRAY_BUFFER);
    glGetBufferParameteriv(GL_ARRAY_BUFFER, GL_BUFFER_ACCESS, asked);
    printf("unmapped %x\n", asked[0]);
    /* Only flushed ranges are written. */
    GLfloat *written = glMapBufferRange(GL_ARRAY_BUFFER, 8, 24, GL_MAP_WRITE_BIT | GL_MAP_FLUSH_EXPLICIT_BIT | GL_MAP_UNSYNCHRONIZED_BIT);
    written[4] = 0.8f;
    written[5] = 0.9f;
    glFlushMappedBufferRange(GL_ARRAY_BUFFER, 16, 8);
    glFlushMappedBufferRange(GL_ARRAY_BUFFER, 16, 16);
    printf("beyond the range %x\n", glGetError());
    glUnmapBuffer(GL_ARRAY_BUFFER);
    glColor3f(0, 1, 0);
    glDrawArrays(GL_LINE_LOOP, 0, 3);
    static const struct { GLintptr offset; GLsizeiptr length; GLbitfield access; } wrong[] = {
        { -1, 4, GL_MAP_READ_BIT }, { 0, 0, GL_MAP_READ_BIT }, { 60, 8, GL_MAP_READ_BIT }, { 0, 4, 0 }, { 0, 4, 0x4000 },
        { 0, 4, GL_MAP_READ_BIT | GL_MAP_INVALIDATE_BUFFER_BIT }, { 0, 4, GL_MAP_READ_BIT | GL_MAP_FLUSH_EXPLICIT_BIT },
    };
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        void *got = glMapBufferRange(GL_ARRAY_BUFFER, wrong[i].offset, wrong[i].length, wrong[i].access);
        printf("%d %x\n", got != NULL, glGetError());
    }
    glDisableClientState(GL_VERTEX_ARRAY);
    glDeleteBuffers(2, (GLuint[]) { from, to });
    printf("%x\n", glGetError());
}

static void sync_objects(const struct stage *stage, int frame)
{
    (void)stage, (void)frame;
    glClear(GL_COLOR_BUFFER_BIT);
    glRectf(-0.5f, -0.5f, 0.5f, 0.5f);
    GLsync sync = glFenceSync(GL_SYNC_GPU_COMMANDS_COMPLETE, 0);
    printf("sync %d\n", glIsSync(sync));
    GLenum waited = glClientWaitSync(sync, GL_SYNC_FLUSH_COMMANDS_BIT, 10000000000);
    printf("waited %d\n", waited == GL_ALREADY_SIGNALED || waited == GL_CONDITION_SATISFIED);
    GLint value = 0;
    GLsizei length = 0;
    for (GLenum name = GL_OBJECT_TYPE; name <= GL_SYNC_FLAGS; name++) {
        glGetSynciv(sync, name, 1, &length, &value);
        printf("%x: %d %x\n", name, length, value);
    }
    glWaitSync(sync, 0, GL_TIMEOUT_IGNORED);
    printf("%x\n", glGetError());
    glWaitSync(sync, 1, GL_TIMEOUT_IGNORED);
    printf("flags %x\n", glGetError());
    printf("condition %d %x\n", glFenceSync(GL_NONE, 0) != NULL, glGetError());
    glDeleteSync(sync);
    printf("deleted %d\n", glIsSync(sync));
    printf("wait %x %x\n", glClientWaitSync(sync, 0, 0), glGetError());
    glDeleteSync(NULL);
    printf("%x\n", glGetError());
}

static void heard(GLenum source, GLenum type, GLuint id, GLenum severity, GLsizei length, const GLchar *text, const void *user)
{
    (void)id;
    if (source == GL_DEBUG_SOURCE_APPLICATION) {
        printf("heard %x %x, %d %.*s for %s\n", type, severity, length, length, text, (const char *)user);
    } else if (type == GL_DEBUG_TYPE_ERROR) {
        printf("heard of an error\n"); /* the message's text is the driver's */
    }
}

/* Without a callback, messages are stored in GL's own log. */
static void debug_log(const struct stage *stage, int frame)
{
    (void)stage, (void)frame;
    glClear(GL_COLOR_BUFFER_BIT);
    glEnable(GL_DEBUG_OUTPUT);
    glEnable(GL_DEBUG_OUTPUT_SYNCHRONOUS);
    glDebugMessageInsert(GL_DEBUG_SOURCE_APPLICATION, GL_DEBUG_TYPE_MARKER, 1, GL_DEBUG_SEVERITY_LOW, -1, "for the log");
    GLenum type = 0;
    GLuint id = 0;
    GLsizei length = 0;
    char log[64] = "";
    GLuint count = glGetDebugMessageLog(8, sizeof log, NULL, &type, &id, NULL, &length, log);
    printf("logged %u: %x %u %d %s\n", count, type, id, length, log);
    glObjectLabel(GL_TEXTURE, 4711, -1, "nobody");
    printf("nobody %x\n", glGetError());
}

static void debug_output(const struct stage *stage, int frame)
{
    (void)stage, (void)frame;
    static char me[] = "me";
    glClear(GL_COLOR_BUFFER_BIT);
    glEnable(GL_DEBUG_OUTPUT);
    glEnable(GL_DEBUG_OUTPUT_SYNCHRONOUS);
    void *known = NULL;
    glDebugMessageCallback(heard, me);
    glGetPointerv(GL_DEBUG_CALLBACK_USER_PARAM, &known);
    printf("user %d\n", known == me);
    glDebugMessageInsert(GL_DEBUG_SOURCE_APPLICATION, GL_DEBUG_TYPE_OTHER, 2, GL_DEBUG_SEVERITY_HIGH, 5, "called back");
    glPushDebugGroup(GL_DEBUG_SOURCE_APPLICATION, 3, -1, "group");
    glDebugMessageControl(GL_DEBUG_SOURCE_APPLICATION, GL_DEBUG_TYPE_OTHER, GL_DONT_CARE, 0, NULL, GL_FALSE);
    glDebugMessageInsert(GL_DEBUG_SOURCE_APPLICATION, GL_DEBUG_TYPE_OTHER, 4, GL_DEBUG_SEVERITY_HIGH, -1, "not heard");
    glPopDebugGroup();
    glEnable(GL_TEXTURE_MATRIX);
    printf("error %x\n", glGetError());
    glBufferData(GL_ARRAY_BUFFER, 4, NULL, GL_STATIC_DRAW);
    glMapBuffer(GL_ARRAY_BUFFER, GL_READ_ONLY);
    printf("error %x\n", glGetError());
    glDebugMessageCallback(NULL, NULL);
    glDisable(GL_DEBUG_OUTPUT_SYNCHRONOUS);
    glDisable(GL_DEBUG_OUTPUT);

    GLsizei length = 0;
    char log[64] = "";
    GLuint texture, program = glCreateProgram();
    glGenTextures(1, &texture);
    glBindTexture(GL_TEXTURE_2D, texture);
    glObjectLabel(GL_TEXTURE, texture, -1, "bricks");
    glObjectLabel(GL_PROGRAM, program, 3, "lights");
    glGetObjectLabel(GL_TEXTURE, texture, 4, &length, log);
    printf("label %d %s\n", length, log);
    glGetObjectLabel(GL_PROGRAM, program, sizeof log, &length, log);
    printf("label %d %s\n", length, log);
    glObjectLabel(GL_TEXTURE, texture, 0, NULL);
    glGetObjectLabel(GL_TEXTURE, texture, sizeof log, &length, log);
    printf("label %d '%s'\n", length, log);
    glObjectLabel(GL_TEXTURE, 4711, -1, "nobody");
    printf("nobody %x\n", glGetError());
    glDeleteTextures(1, &texture);
    glDeleteProgram(program);
}

static void ati_shaders(const struct stage *stage, int frame)
{
    (void)stage, (void)frame;
    glClear(GL_COLOR_BUFFER_BIT);
    GLuint first = glGenFragmentShadersATI(2);
    glBindFragmentShaderATI(first);
    glBeginFragmentShaderATI();
    static const GLfloat half[] = { 0.5f, 0.25f, 1, 1 };
    glSetFragmentShaderConstantATI(GL_CON_0_ATI, half);
    printf("inside %u %x\n", glGenFragmentShadersATI(1), glGetError());
    glColorFragmentOp2ATI(GL_MUL_ATI, GL_REG_0_ATI, GL_NONE, GL_NONE, GL_PRIMARY_COLOR_ARB, GL_NONE, GL_NONE, GL_CON_0_ATI, GL_NONE, GL_NONE);
    glAlphaFragmentOp1ATI(GL_MOV_ATI, GL_REG_0_ATI, GL_NONE, GL_PRIMARY_COLOR_ARB, GL_NONE, GL_NONE);
    glEndFragmentShaderATI();
    glEnable(GL_FRAGMENT_SHADER_ATI);
    glColor3f(1, 1, 0.5f);
    glRectf(-0.8f, -0.8f, 0, 0.8f);
    glDisable(GL_FRAGMENT_SHADER_ATI);
    glRectf(0.1f, -0.8f, 0.8f, 0.8f);
    glDeleteFragmentShaderATI(first);
    printf("none %u %x\n", glGenFragmentShadersATI(0), glGetError());
    printf("%x\n", glGetError());
}

/* A texture that another context of the share group deletes remains usable where it is bound (GL 2.1 appendix D.1), and its name is free. */
static void deleted_elsewhere(const struct stage *stage, int frame)
{
    static const GLubyte texels[] = { 200, 40, 40, 255, 40, 200, 40, 255, 40, 40, 200, 255, 200, 200, 40, 255 };
    XVisualInfo *visual = glXChooseVisual(stage->display, DefaultScreen(stage->display), (int *)stage_usual);
    GLXContext other = glXCreateContext(stage->display, visual, stage->context, True);
    GLuint names[2];
    XFree(visual);
    glClear(GL_COLOR_BUFFER_BIT);
    glGenTextures(2, names);
    glBindTexture(GL_TEXTURE_2D, names[0]);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_NEAREST);
    glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA, 2, 2, 0, GL_RGBA, GL_UNSIGNED_BYTE, texels);
    glXMakeCurrent(stage->display, stage->window, other);
    glDeleteTextures(1, names);
    glBindTexture(GL_TEXTURE_2D, names[1]);
    glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA, 1, 1, 0, GL_RGBA, GL_UNSIGNED_BYTE, texels + 4 * (frame & 1));
    glXMakeCurrent(stage->display, stage->window, stage->context);
    glXDestroyContext(stage->display, other);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_NEAREST);
    glTexSubImage2D(GL_TEXTURE_2D, 0, frame & 1, 0, 1, 1, GL_RGBA, GL_UNSIGNED_BYTE, texels + 12);
    GLint bound = 0, width = 0;
    glGetIntegerv(GL_TEXTURE_BINDING_2D, &bound);
    glGetTexLevelParameteriv(GL_TEXTURE_2D, 0, GL_TEXTURE_WIDTH, &width);
    printf("%d: bound %d, %d wide, is one %d\n", frame, (GLuint)bound == names[0], width, glIsTexture(names[0]));
    glEnable(GL_TEXTURE_2D);
    glBegin(GL_QUADS);
    for (int i = 0; i < 4; i++) {
        GLfloat x = (i == 1) | (i == 2), y = (GLfloat)(i > 1);
        glTexCoord2f(x, y);
        glVertex2f(x - 0.5f, y - 0.5f);
    }
    glEnd();
    glDisable(GL_TEXTURE_2D);
    glBindTexture(GL_TEXTURE_2D, 0);
    glDeleteTextures(1, names + 1);
}

const struct scene object_scenes[] = {
    { "deleted-elsewhere", 80, 80, deleted_elsewhere, NULL },
    { "vertex-array-objects", 80, 80, vertex_array_objects, NULL },
    { "instances", 120, 120, instances, NULL },
    { "buffer-ranges", 80, 80, buffer_ranges, NULL },
    { "sync-objects", 60, 60, sync_objects, NULL },
    { "debug-log", 60, 60, debug_log, NULL },
    { "debug-output", 60, 60, debug_output, NULL },
    { "ati-shaders", 80, 80, ati_shaders, NULL },
    { NULL, 0, 0, NULL, NULL },
};
