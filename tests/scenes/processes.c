/* Threads and processes. */
#include "scene.h"

#include <pthread.h>
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

struct painter {
    const struct scene *scene;
    const struct request *request;
    Display *display; /* NULL: the thread opens its own */
    int index;
    struct stage stage;
};

static void paint(int index, int frame)
{
    glClearColor(0.3f, 0.1f, 0.1f * (float)index, 1);
    glClear(GL_COLOR_BUFFER_BIT);
    glLoadIdentity();
    glRotatef((float)(frame * 7 + index * 40), 0, 0, 1);
    for (int i = 0; i < 500; i++) {
        pick_color(i + index);
        glRotatef(1.5f, 0, 0, 1);
        glRectf(0.2f, -0.01f, 0.9f, 0.01f);
    }
}

static void *paint_frames(void *argument)
{
    struct painter *painter = argument;
    Display *display = painter->display ? painter->display : stage_display();
    stage_open(&painter->stage, display, painter->scene, painter->index * (painter->scene->width + 10), stage_usual);
    for (int frame = 0; frame < painter->request->frames * 4; frame++) {
        paint(painter->index, frame);
        stage_show(&painter->stage);
    }
    glXMakeCurrent(display, None, NULL);
    return NULL;
}

static void paint_in_threads(const struct scene *scene, const struct request *request, Display *display)
{
    enum { painters = 2 };
    struct painter painter[painters];
    pthread_t thread[painters];
    Window windows[painters];
    for (int i = 0; i < painters; i++) {
        painter[i] = (struct painter){ .scene = scene, .request = request, .display = display, .index = i };
        if (pthread_create(&thread[i], NULL, paint_frames, &painter[i]) != 0) {
            fail(scene->name, "no thread");
        }
    }
    for (int i = 0; i < painters; i++) {
        pthread_join(thread[i], NULL);
        windows[i] = painter[i].stage.window;
    }
    picture_save(request->ppm, painter[0].stage.display, windows, painters);
}

static void threads(const struct scene *scene, const struct request *request)
{
    XInitThreads();
    paint_in_threads(scene, request, NULL);
}

static void threads_one_display(const struct scene *scene, const struct request *request)
{
    XInitThreads();
    paint_in_threads(scene, request, stage_display());
}

/* A context that is made current on one thread after another. */
static void *paint_once(void *argument)
{
    struct painter *painter = argument;
    struct stage *stage = &painter->stage;
    if (!glXMakeCurrent(stage->display, stage->window, stage->context)) {
        fail(painter->scene->name, "cannot be made current in the thread");
    }
    paint(painter->index, painter->index);
    stage_show(stage);
    glXMakeCurrent(stage->display, None, NULL);
    return NULL;
}

static void wandering_context(const struct scene *scene, const struct request *request)
{
    XInitThreads();
    struct painter painter = { .scene = scene, .request = request };
    stage_open(&painter.stage, stage_display(), scene, 0, stage_usual);
    glShadeModel(GL_FLAT);
    glXMakeCurrent(painter.stage.display, None, NULL);
    for (painter.index = 0; painter.index < request->frames; painter.index++) {
        pthread_t thread;
        if (pthread_create(&thread, NULL, paint_once, &painter) != 0) {
            fail(scene->name, "no thread");
        }
        pthread_join(thread, NULL);
    }
    picture_save(request->ppm, painter.stage.display, &painter.stage.window, 1);
    stage_close(&painter.stage);
}

/* A child of a drawing program must not reach the parent's context. The child makes only calls that a driver supports in a forked
 * child, but many more than fit into a batch. */
static void fork_late(const struct scene *scene, const struct request *request)
{
    struct stage stage;
    stage_open(&stage, stage_display(), scene, 0, stage_usual);
    glColor3f(1, 1, 0);
    fflush(NULL);
    pid_t child = fork();
    if (child == 0) {
        for (int i = 0; i < 20000; i++) {
            glColor3f(1, 0, 0);
            glRotatef(90, 0, 0, 1);
        }
        _exit(0);
    }
    int status = -1;
    waitpid(child, &status, 0);
    printf("child %d\n", status);
    for (int frame = 0; frame < request->frames; frame++) {
        glClear(GL_COLOR_BUFFER_BIT);
        glRectf(-0.5f, 0, 0.5f, 0.8f);
        stage_show(&stage);
    }
    picture_save(request->ppm, stage.display, &stage.window, 1);
    stage_close(&stage);
}

/* Child and parent both draw; the parent saves the picture of both. */
static void fork_early(const struct scene *scene, const struct request *request)
{
    int to_parent[2], to_child[2];
    if (pipe(to_parent) != 0 || pipe(to_child) != 0) {
        fail(scene->name, "no pipe");
    }
    pid_t child = fork();
    int index = child == 0 ? 1 : 0;
    struct stage stage;
    stage_open(&stage, stage_display(), scene, index * (scene->width + 10), stage_usual);
    for (int frame = 0; frame < request->frames; frame++) {
        paint(index, frame);
        stage_show(&stage);
    }
    char byte = 0;
    if (child == 0) {
        if (write(to_parent[1], &stage.window, sizeof stage.window) < 0 || close(to_child[1]) != 0) {
            _exit(1);
        }
        _exit(read(to_child[0], &byte, 1) == 1 ? 0 : 1); /* keeps its window until the picture is saved */
    }
    Window both[2] = { stage.window, 0 };
    if (read(to_parent[0], &both[1], sizeof both[1]) != sizeof both[1]) {
        fail(scene->name, "the child drew nothing");
    }
    picture_save(request->ppm, stage.display, both, 2);
    int status = -1;
    if (write(to_child[1], &byte, 1) != 1) {
        fail(scene->name, "the child is gone");
    }
    waitpid(child, &status, 0);
    printf("child %d\n", status);
    stage_close(&stage);
}

const struct scene process_scenes[] = {
    { "threads", 100, 100, NULL, threads },
    { "threads-one-display", 100, 100, NULL, threads_one_display },
    { "wandering-context", 100, 100, NULL, wandering_context },
    { "fork-late", 100, 100, NULL, fork_late },
    { "fork-early", 100, 100, NULL, fork_early },
    { NULL, 0, 0, NULL, NULL },
};
