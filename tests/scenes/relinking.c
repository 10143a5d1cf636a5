/* GLSL programs as real applications use them: relinked while another thread uses them, with many uniforms. */
#include "scene.h"

#include <pthread.h>
#include <stdio.h>
#include <string.h>

/* Two threads of one share group alternate: each sees what the other links. */
struct turns {
    pthread_mutex_t lock;
    pthread_cond_t moved;
    int turn;
    struct stage stage;
    GLXContext context;
    GLXPbuffer drawable;
    GLuint program, shader;
};

enum { relinks = 6 };

static void await(struct turns *turns, int turn)
{
    pthread_mutex_lock(&turns->lock);
    while (turns->turn != turn) {
        pthread_cond_wait(&turns->moved, &turns->lock);
    }
    pthread_mutex_unlock(&turns->lock);
}

static void pass(struct turns *turns, int turn)
{
    pthread_mutex_lock(&turns->lock);
    turns->turn = turn;
    pthread_cond_broadcast(&turns->moved);
    pthread_mutex_unlock(&turns->lock);
}

static void *relink(void *data)
{
    struct turns *turns = data;
    glXMakeContextCurrent(turns->stage.display, turns->drawable, turns->drawable, turns->context);
    for (int i = 0; i < relinks; i++) {
        char text[120];
        const char *whole_text = text;
        await(turns, 2 * i + 1);
        snprintf(text, sizeof text, "uniform vec4 color%d[%d];\nvoid main() { gl_FragColor = color%d[%d]; }", i, i + 2, i, i + 1);
        glShaderSource(turns->shader, 1, &whole_text, NULL);
        glCompileShader(turns->shader);
        glLinkProgram(turns->program);
        pass(turns, 2 * i + 2);
    }
    glXMakeContextCurrent(turns->stage.display, None, None, NULL);
    return NULL;
}

static void describe_relinked(const struct turns *turns, int i)
{
    char name[40] = "", wanted[40];
    GLint size = 0;
    snprintf(wanted, sizeof wanted, "color%d[%d]", i, i + 1);
    glGetActiveUniform(turns->program, 0, sizeof name, NULL, &size, NULL, name);
    printf("%d: %s of %d, %s %d\n", i, name, size, wanted, glGetUniformLocation(turns->program, wanted));
}

static void relinking(const struct scene *scene, const struct request *request)
{
    XInitThreads();
    struct turns turns = { .lock = PTHREAD_MUTEX_INITIALIZER, .moved = PTHREAD_COND_INITIALIZER };
    stage_open(&turns.stage, stage_display(), scene, request->x, stage_usual);
    static const int wants[] = { GLX_DRAWABLE_TYPE, GLX_PBUFFER_BIT | GLX_WINDOW_BIT, GLX_DOUBLEBUFFER, True, None };
    static const int side[] = { GLX_PBUFFER_WIDTH, 8, GLX_PBUFFER_HEIGHT, 8, None };
    int count = 0;
    GLXFBConfig *configs = glXChooseFBConfig(turns.stage.display, DefaultScreen(turns.stage.display), wants, &count);
    if (count < 1) {
        fail(scene->name, "no config for a pbuffer");
    }
    turns.drawable = glXCreatePbuffer(turns.stage.display, configs[0], side);
    turns.context = glXCreateNewContext(turns.stage.display, configs[0], GLX_RGBA_TYPE, turns.stage.context, True);
    XFree(configs);
    turns.program = glCreateProgram();
    turns.shader = glCreateShader(GL_FRAGMENT_SHADER);
    glAttachShader(turns.program, turns.shader);
    pthread_t thread;
    pthread_create(&thread, NULL, relink, &turns);
    for (int i = 0; i < relinks; i++) {
        pass(&turns, 2 * i + 1);
        await(&turns, 2 * i + 2);
        describe_relinked(&turns, i);
    }
    pthread_join(thread, NULL);
    glUseProgram(turns.program);
    glUniform4f(glGetUniformLocation(turns.program, "color5[6]"), 0, 1, 0.5f, 1);
    glClear(GL_COLOR_BUFFER_BIT);
    glRectf(-0.8f, -0.5f, 0.5f, 0.5f);
    printf("%x\n", glGetError());
    stage_show(&turns.stage);
    picture_save(request->ppm, turns.stage.display, &turns.stage.window, 1);
    glXDestroyContext(turns.stage.display, turns.context);
    glXDestroyPbuffer(turns.stage.display, turns.drawable);
    stage_close(&turns.stage);
}

/* The start of a real application: fifty uniforms, each looked up by name, including some that do not exist. */
static void many_uniforms(const struct stage *stage, int frame)
{
    static GLuint program;
    static GLint places[50];
    whole(stage);
    glClear(GL_COLOR_BUFFER_BIT);
    if (frame == 0) {
        char text[4000] = "", name[40];
        const char *whole_text = text;
        for (int i = 0; i < 50; i++) {
            sprintf(text + strlen(text), "uniform float part%d;\n", i);
        }
        strcat(text, "void main() {\n    float sum = 0.0;\n");
        for (int i = 0; i < 50; i++) {
            sprintf(text + strlen(text), "    sum += part%d;\n", i);
        }
        strcat(text, "    gl_FragColor = vec4(sum, 0.5, 1.0 - sum, 1.0);\n}\n");
        GLuint shader = glCreateShader(GL_FRAGMENT_SHADER);
        glShaderSource(shader, 1, &whole_text, NULL);
        GLint good = 0, active = 0;
        glCompileShader(shader);
        glGetShaderiv(shader, GL_COMPILE_STATUS, &good);
        program = glCreateProgram();
        glAttachShader(program, shader);
        glLinkProgram(program);
        glGetProgramiv(program, GL_LINK_STATUS, &good);
        glGetProgramiv(program, GL_ACTIVE_UNIFORMS, &active);
        glDetachShader(program, shader);
        glDeleteShader(shader);
        printf("linked %d, %d uniforms\n", good, active);
        for (int i = 0; i < active; i++) {
            GLint size = 0;
            GLenum type = 0;
            glGetActiveUniform(program, (GLuint)i, sizeof name, NULL, &size, &type, name);
            printf("%s %d %x %d\n", name, size, type, glGetUniformLocation(program, name) >= 0);
        }
        for (int i = 0; i < 50; i++) {
            sprintf(name, "part%d", i);
            places[i] = glGetUniformLocation(program, name);
            sprintf(name, "missing%d", i);
            printf("%d ", glGetUniformLocation(program, name));
        }
    }
    GLint before = -1, inside = 0;
    glGetIntegerv(GL_CURRENT_PROGRAM, &before);
    glUseProgram(program);
    glGetIntegerv(GL_CURRENT_PROGRAM, &inside);
    for (int i = 0; i < 50; i++) {
        glUniform1f(places[i], 0.001f * (float)(i + frame));
    }
    glRectf(-0.9f, -0.9f, 0.9f, 0.5f);
    glUseProgram((GLuint)before);
    printf("frame %d: %d %d\n", frame, before, (GLuint)inside == program);
}

const struct scene relinking_scenes[] = {
    { "relinking", 80, 60, NULL, relinking },
    { "many-uniforms", 80, 60, many_uniforms, NULL },
    { NULL, 0, 0, NULL, NULL },
};
