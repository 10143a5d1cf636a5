/* Queries of shader and program objects: before and after compiling, linking, failing, relinking, deleting. */
#include "scene.h"

#include <stdio.h>
#include <string.h>

static const char vertex_text[] =
    "#version 120\n"
    "struct bone { vec4 weight; mat3 turns[2]; };\n"
    "attribute vec4 place;\n"
    "attribute mat3 frame;\n"
    "attribute float unused;\n"
    "uniform bone bones[3];\n"
    "uniform mat2x4 skew;\n"
    "uniform float single[1];\n"
    "uniform int chosen;\n"
    "varying vec4 shade;\n"
    "void main() {\n"
    "    shade = bones[chosen].weight + vec4(bones[1].turns[chosen] * place.xyz, 0.0) + gl_LightSource[1].diffuse;\n"
    "    gl_Position = ftransform() + skew * place.xy + vec4(frame * place.xyz, single[0]);\n"
    "}\n";

static const char fragment_text[] =
    "#version 120\n"
    "uniform sampler2D images[2];\n"
    "uniform vec3 tints[5];\n"
    "uniform bool lit;\n"
    "uniform float forgotten;\n"
    "varying vec4 shade;\n"
    "void main() {\n"
    "    gl_FragColor = texture2D(images[1], shade.xy) + texture2D(images[0], shade.xy) + (lit ? shade : vec4(tints[3], gl_Fog.density));\n"
    "}\n";

static const char broken_text[] = "void main() { nonsense(; }\n";
static const char plain_text[] = "uniform vec4 color;\nvoid main() { gl_FragColor = color; }\n";

static const char *const names[] = {
    "place", "frame", "unused", "gl_Vertex", "frame[0]", "frame[1]", "place[0]", "bones", "bones[0]", "bones[0].weight", "bones[2].weight",
    "bones[3].weight", "bones.weight", "bones[1].turns", "bones[1].turns[0]", "bones[1].turns[1]", "bones[1].turns[2]", "bones[1].turns[0][0]",
    "bones[01].weight", "skew", "skew[0]", "single", "single[0]", "single[1]", "chosen", "chosen[0]", "images", "images[0]", "images[1]", "images[2]",
    "images[00]", "images[01]", "images[ 1]", "images[1", "images1]", "images[]", "images[-1]", "images[99999999999999]", "tints", "tints[3]", "tints[4]", "tints[5]",
    "lit", " lit", "lit ", "", "forgotten", "nothing", "nothing[1]", "gl_LightSource", "gl_LightSource[1].diffuse", "gl_Fog.density", "gl_ModelViewMatrix",
    "gl_ModelViewProjectionMatrix", "shade", "color", "col\xC3\xB6r", "main",
};

static const GLenum shader_parameters[] = { GL_SHADER_TYPE, GL_DELETE_STATUS, GL_COMPILE_STATUS, GL_INFO_LOG_LENGTH, GL_SHADER_SOURCE_LENGTH };
static const GLenum program_parameters[] = {
    GL_DELETE_STATUS, GL_LINK_STATUS, GL_VALIDATE_STATUS, GL_INFO_LOG_LENGTH, GL_ATTACHED_SHADERS, GL_ACTIVE_UNIFORMS,
    GL_ACTIVE_UNIFORM_MAX_LENGTH, GL_ACTIVE_ATTRIBUTES, GL_ACTIVE_ATTRIBUTE_MAX_LENGTH,
};

enum { name_count = sizeof names / sizeof names[0], shader_count = sizeof shader_parameters / 4, program_count = sizeof program_parameters / 4 };

static void error(const char *after)
{
    printf("%s: %x\n", after, glGetError());
}

static void ask_shader(GLuint shader)
{
    for (int i = 0; i < shader_count; i++) {
        GLint value = -77, value_arb = -77;
        GLfloat real = -77;
        glGetShaderiv(shader, shader_parameters[i], &value);
        glGetObjectParameterivARB(shader, shader_parameters[i], &value_arb);
        glGetObjectParameterfvARB(shader, shader_parameters[i], &real);
        printf(" %d/%d/%g", value, value_arb, (double)real);
    }
    char text[3000] = "zzzz";
    GLsizei length = -7;
    glGetShaderInfoLog(shader, sizeof text, &length, text);
    printf("\n log %d \"%s\"", length, text);
    glGetInfoLogARB(shader, 6, &length, text);
    printf(" %d \"%s\"", length, text);
    glGetShaderSource(shader, sizeof text, &length, text);
    printf("\n source %d %zu %c%c", length, strlen(text), text[0], length > 0 ? text[length - 1] : '-');
    glGetShaderSource(shader, 9, &length, text);
    printf(" %d \"%s\"", length, text);
    strcpy(text, "same");
    glGetShaderSource(shader, 0, &length, text);
    printf(" %d \"%s\", shader %d program %d", length, text, glIsShader(shader), glIsProgram(shader));
    error("");
}

static void ask_variables(GLuint program)
{
    for (int uniforms = 0; uniforms < 2; uniforms++) {
        GLint active = 0;
        glGetProgramiv(program, uniforms ? GL_ACTIVE_UNIFORMS : GL_ACTIVE_ATTRIBUTES, &active);
        for (GLint i = -1; i <= active; i++) {
            char name[64] = "none", cut[8] = "none";
            GLsizei length = -7, cut_length = -7;
            GLint size = -7;
            GLenum type = 7;
            (uniforms ? glGetActiveUniform : glGetActiveAttrib)(program, (GLuint)i, sizeof name, &length, &size, &type, name);
            (uniforms ? glGetActiveUniform : glGetActiveAttrib)(program, (GLuint)i, sizeof cut, &cut_length, NULL, NULL, cut);
            printf(" %d: %s %d %d %x, %s %d", i, name, length, size, type, cut, cut_length);
            (uniforms ? glGetActiveUniform : glGetActiveAttrib)(program, (GLuint)i, 0, &cut_length, &size, &type, cut);
            printf(" %d", cut_length);
            error("");
        }
    }
}

static void ask_names(GLuint program)
{
    for (int i = 0; i < name_count; i++) {
        GLint first = glGetUniformLocation(program, names[i]), attribute = glGetAttribLocation(program, names[i]);
        GLint again = glGetUniformLocation(program, names[i]);
        printf(" %s %d %d %d,", names[i], first, again, attribute);
    }
    error("");
}

static void ask_program(GLuint program, GLuint first, GLuint second)
{
    for (int i = 0; i < program_count; i++) {
        GLint value = -77, value_arb = -77;
        glGetProgramiv(program, program_parameters[i], &value);
        glGetObjectParameterivARB(program, program_parameters[i], &value_arb);
        printf(" %d/%d", value, value_arb);
    }
    GLint type = 0;
    glGetObjectParameterivARB(program, GL_OBJECT_TYPE_ARB, &type);
    char text[3000] = "zzzz";
    GLsizei length = -7;
    glGetProgramInfoLog(program, sizeof text, &length, text);
    printf(" type %x\n log %d \"%s\"", type, length, text);
    glGetInfoLogARB(program, 6, &length, text);
    printf(" %d \"%s\"\n attached", length, text);
    for (GLsizei room = 0; room < 4; room++) {
        GLuint attached[4] = { 0 };
        GLsizei count = -7;
        glGetAttachedShaders(program, room, &count, attached);
        printf(" %d", count);
        for (int i = 0; i < 4; i++) {
            putchar(attached[i] == 0 ? '0' : attached[i] == first ? 'a' : attached[i] == second ? 'b' : '?');
        }
    }
    printf(", shader %d program %d", glIsShader(program), glIsProgram(program));
    error("");
    ask_variables(program);
    ask_names(program);
}

static GLuint shader_of(GLenum type, const char *text)
{
    GLuint shader = glCreateShader(type);
    glShaderSource(shader, 1, &text, NULL);
    return shader;
}

static void current(const char *when, GLuint program)
{
    GLint bound = -1;
    glGetIntegerv(GL_CURRENT_PROGRAM, &bound);
    printf("current %s: %s %s\n", when, bound == 0 ? "none" : (GLuint)bound == program ? "it" : "?", glGetHandleARB(GL_PROGRAM_OBJECT_ARB) == (GLuint)bound ? "same" : "not same");
}

static void shaders(void)
{
    printf("new shader");
    GLuint shader = glCreateShader(GL_FRAGMENT_SHADER);
    ask_shader(shader);
    const char *parts[2] = { plain_text, "/* tail */" };
    static const GLint lengths[2] = { -1, 4 };
    glShaderSource(shader, 2, parts, lengths);
    printf("with source");
    ask_shader(shader);
    glCompileShader(shader);
    printf("compiled");
    ask_shader(shader);
    const char *broken = broken_text;
    glShaderSource(shader, 1, &broken, NULL);
    printf("other source");
    ask_shader(shader);
    glCompileShader(shader);
    printf("broken");
    ask_shader(shader);
    glShaderSource(shader, 0, &broken, NULL);
    printf("without parts");
    ask_shader(shader);
    const char *empty = "";
    glShaderSource(shader, 1, &empty, NULL);
    printf("empty");
    ask_shader(shader);
    glDeleteShader(shader);
    printf("deleted");
    ask_shader(shader);
}

static void wrong_questions(GLuint shader, GLuint program)
{
    GLint value = -7;
    GLsizei length = -7;
    char text[8] = "same";
    glGetShaderiv(program, GL_COMPILE_STATUS, &value), error("program as shader");
    glGetProgramiv(shader, GL_LINK_STATUS, &value), error("shader as program");
    glGetProgramiv(0, GL_LINK_STATUS, &value), error("none");
    glGetProgramiv(99999, GL_LINK_STATUS, &value), error("unknown");
    glGetProgramiv(program, GL_COMPILE_STATUS, &value), error("wrong parameter");
    glGetShaderiv(shader, GL_LINK_STATUS, &value), error("wrong parameter of shader");
    glGetObjectParameterivARB(99999, GL_OBJECT_TYPE_ARB, &value), error("unknown object");
    glGetProgramInfoLog(program, -1, &length, text), error("negative room");
    glGetShaderInfoLog(program, 8, &length, text), error("log of wrong kind");
    glGetShaderSource(shader, -1, &length, text), error("negative source room");
    glGetAttachedShaders(program, -1, &length, NULL), error("negative count");
    glGetAttachedShaders(shader, 4, &length, NULL), error("attached to shader");
    glGetActiveUniform(program, 0, -1, &length, &value, NULL, text), error("negative name room");
    printf("%d ", glGetUniformLocation(shader, "x")), error("location in shader");
    printf("%d ", glGetAttribLocation(shader, "x")), error("attribute in shader");
    printf("%d ", glGetUniformLocation(99999, "x")), error("location in nothing");
    glBegin(GL_POINTS);
    glGetProgramiv(program, GL_LINK_STATUS, &value);
    glEnd();
    error("between begin and end");
    printf("untouched %d %d %s\n", value, length, text);
}

static void programs(GLuint shown[3])
{
    GLuint vertex = shader_of(GL_VERTEX_SHADER, vertex_text), fragment = shader_of(GL_FRAGMENT_SHADER, fragment_text);
    GLuint program = glCreateProgram();
    printf("new program");
    ask_program(program, vertex, fragment);
    glCompileShader(vertex);
    glCompileShader(fragment);
    glAttachShader(program, vertex);
    glAttachShader(program, fragment);
    glAttachShader(program, fragment);
    error("attached twice");
    printf("attached");
    ask_program(program, vertex, fragment);
    glUseProgram(program);
    error("use before link");
    current("before link", program);
    glBindAttribLocation(program, 7, "place");
    glLinkProgram(program);
    printf("linked");
    ask_program(program, vertex, fragment);
    glUseProgram(program);
    current("after link", program);
    glBindAttribLocation(program, 5, "place");
    printf("bound for the next link: %d\n", glGetAttribLocation(program, "place"));
    glValidateProgram(program);
    glDetachShader(program, fragment);
    printf("validated, detached");
    ask_program(program, vertex, fragment);
    glLinkProgram(program);
    printf("linked without fragments: place %d\n", glGetAttribLocation(program, "place"));
    const char *broken = broken_text;
    glShaderSource(vertex, 1, &broken, NULL);
    glCompileShader(vertex);
    glLinkProgram(program);
    printf("failed");
    ask_program(program, vertex, fragment);
    ask_shader(vertex);
    current("after failure", program);
    glUseProgram(program);
    error("use of what failed");
    current("after that", program);
    wrong_questions(vertex, program);
    glUseProgram(0);
    current("after none", program);
    (shown[0] = program, shown[1] = vertex, shown[2] = fragment);
}

static void lists(GLuint program)
{
    GLuint list = glGenLists(1);
    glNewList(list, GL_COMPILE);
    glUseProgram(program);
    current("in a list", program);
    glEndList();
    current("after a list", program);
    glCallList(list);
    current("after its call", program);
    glUseProgram(0);
    current("after the end", program);
    glNewList(list, GL_COMPILE_AND_EXECUTE);
    glUseProgram(program);
    glEndList();
    current("compiled and executed", program);
    glUseProgram(0);
    glPushAttrib(GL_ALL_ATTRIB_BITS);
    glUseProgram(program);
    glPopAttrib();
    current("after pop", program);
    glUseProgram(0);
    glDeleteLists(list, 1);
    error("lists");
}

/* A program that another context deletes while it is in use here. */
static void deletion(const struct stage *stage, GLuint program)
{
    GLXContext other = NULL;
    XVisualInfo *visual = glXChooseVisual(stage->display, DefaultScreen(stage->display), (int *)stage_usual);
    other = glXCreateContext(stage->display, visual, stage->context, True);
    XFree(visual);
    glUseProgram(program);
    glXMakeCurrent(stage->display, stage->window, other);
    current("in the other context", program);
    GLint size = 0;
    glGetProgramiv(program, GL_ACTIVE_UNIFORMS, &size);
    printf("uniforms %d\n", size);
    glDeleteProgram(program);
    printf("deleted there: %d\n", glIsProgram(program));
    glXMakeCurrent(stage->display, stage->window, stage->context);
    glXDestroyContext(stage->display, other);
    current("still", program);
    GLint flagged = -1;
    glGetProgramiv(program, GL_DELETE_STATUS, &flagged);
    printf("here: %d flagged %d, color at %d\n", glIsProgram(program), flagged, glGetUniformLocation(program, "color"));
    glUseProgram(0);
    printf("let go: %d", glIsProgram(program));
    glGetProgramiv(program, GL_DELETE_STATUS, &flagged);
    error("");
}

static void interfaces(const struct stage *stage, int frame)
{
    whole(stage);
    glClearColor(0, 0.2f, 0, 1);
    glClear(GL_COLOR_BUFFER_BIT);
    shaders();
    GLuint shown[3];
    programs(shown);
    GLuint plain = shader_of(GL_FRAGMENT_SHADER, plain_text), program = glCreateProgram();
    glCompileShader(plain);
    glAttachShader(program, plain);
    glDeleteShader(plain);
    glLinkProgram(program);
    glUseProgram(program);
    current("at once", program);
    printf("plain");
    ask_program(program, plain, 0);
    glUniform4f(glGetUniformLocation(program, "color"), 0.9f, 0.6f, 0.1f * (float)(frame % 8), 1);
    glRectf(-0.5f, -0.5f, 0.5f, 0.5f);
    glUseProgram(0);
    lists(program);
    deletion(stage, program);
    glDeleteProgram(shown[0]);
    glDeleteShader(shown[1]);
    glDeleteShader(shown[2]);
    printf("gone %d %d", glIsShader(plain), glIsProgram(shown[0]));
    error("");
}

/* Two contexts that share nothing: the driver may generate the same names for both. */
static GLuint tinted(const char *text)
{
    GLuint shader = shader_of(GL_FRAGMENT_SHADER, text), program = glCreateProgram();
    glCompileShader(shader);
    glAttachShader(program, shader);
    glLinkProgram(program);
    return program;
}

static void strangers(const struct stage *stage, int frame)
{
    whole(stage);
    glClear(GL_COLOR_BUFFER_BIT);
    XVisualInfo *visual = glXChooseVisual(stage->display, DefaultScreen(stage->display), (int *)stage_usual);
    GLXContext other = glXCreateContext(stage->display, visual, NULL, True);
    XFree(visual);
    GLuint here = tinted("uniform vec4 here;\nvoid main() { gl_FragColor = here; }");
    glXMakeCurrent(stage->display, stage->window, other);
    GLuint there = tinted("uniform vec3 filler;\nuniform vec4 there;\nvoid main() { gl_FragColor = there + vec4(filler, 0.0); }");
    glUseProgram(there);
    current("there", there);
    printf("here %d, there %d\n", glGetUniformLocation(there, "here") >= 0, glGetUniformLocation(there, "there") >= 0);
    glUniform4f(glGetUniformLocation(there, "there"), 0, 0, 1, 1);
    glRectf(-1, -1, 0, 0);
    glXMakeCurrent(stage->display, stage->window, stage->context);
    glUseProgram(here);
    current("here", here);
    printf("here %d, there %d\n", glGetUniformLocation(here, "here") >= 0, glGetUniformLocation(here, "there") >= 0);
    glUniform4f(glGetUniformLocation(here, "here"), 0, 1, 0.1f * (float)(frame % 8), 1);
    glRectf(0, 0, 1, 1);
    glUseProgram(0);
    glXDestroyContext(stage->display, other);
    printf("program %d", glIsProgram(here));
    glDeleteProgram(here);
    error("");
}

const struct scene interface_scenes[] = {
    { "interfaces", 80, 60, interfaces, NULL },
    { "strangers", 80, 60, strangers, NULL },
    { NULL, 0, 0, NULL, NULL },
};
