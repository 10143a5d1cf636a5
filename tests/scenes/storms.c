/* Actions of window managers, impatient users and other clients on a program's window while it draws. */
#include "scene.h"

#include <dirent.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>

static void mark(int index, int frame)
{
    glClearColor(0.1f, 0.2f, 0.3f, 1);
    glClear(GL_COLOR_BUFFER_BIT | GL_DEPTH_BUFFER_BIT);
    glMatrixMode(GL_PROJECTION);
    glLoadIdentity();
    glMatrixMode(GL_MODELVIEW);
    glLoadIdentity();
    pick_color(index + frame);
    glRectf(-0.7f, -0.6f, 0.5f, 0.8f);
}

/* Stops the process so that the test can count the resources that it and its worker hold. */
static void stop_for_counting(const struct request *request)
{
    if (request->hold) {
        raise(SIGSTOP);
    }
}

static int no_error(Display *display, XErrorEvent *error)
{
    (void)display, (void)error;
    return 0; /* swaps of a destroyed window raise errors, one per frame in flight */
}

static void resize_storm(const struct scene *scene, const struct request *request)
{
    enum { storms = 60, warm = 10 };
    struct stage stage;
    stage_open(&stage, stage_display(), scene, 0, stage_usual);
    for (int i = 0; i < storms; i++) {
        int grown = i * 37 % 300;
        XResizeWindow(stage.display, stage.window, (unsigned)(40 + grown), (unsigned)(340 - grown));
        XSync(stage.display, False);
        glViewport(0, 0, 40 + grown, 340 - grown);
        mark(i, 0);
        glXSwapBuffers(stage.display, stage.window);
        if (i == warm || i == storms - 1) {
            stage_settle();
            stop_for_counting(request);
        }
    }
    XResizeWindow(stage.display, stage.window, 210, 150);
    XSync(stage.display, False);
    for (int again = 0; again < 2; again++) { /* drivers may notice only at the swap */
        glViewport(0, 0, 210, 150);
        mark(5, request->frames);
        stage_show(&stage);
    }
    const Window window[] = { stage.window };
    picture_save(request->ppm, stage.display, window, 1);
    stage_close(&stage);
}

/* Resources listed in /proc/self: descriptors, and mappings with this name. */
static int count_descriptors(void)
{
    int count = 0;
    DIR *folder = opendir("/proc/self/fd");
    while (folder && readdir(folder)) {
        count++;
    }
    if (folder) {
        closedir(folder);
    }
    return count;
}

static int count_maps(const char *name)
{
    char line[512];
    int count = 0;
    FILE *maps = fopen("/proc/self/maps", "r");
    while (maps && fgets(line, sizeof line, maps)) {
        count += strstr(line, name) != NULL;
    }
    if (maps) {
        fclose(maps);
    }
    return count;
}

static void open_close(const struct scene *scene, const struct request *request)
{
    enum { cycles = 100, warm = 10 };
    struct stage stage;
    Display *display = stage_display();
    int descriptors = 0, maps = 0;
    for (int i = 0; i < cycles; i++) {
        stage_open(&stage, display, scene, 0, stage_usual);
        mark(i, 0);
        stage_show(&stage);
        glXMakeCurrent(display, None, NULL);
        glXDestroyContext(display, stage.context);
        XDestroyWindow(display, stage.window);
        XSync(display, False);
        if (i == warm) {
            descriptors = count_descriptors();
            maps = count_maps("memfd:") + count_maps("/SYSV");
        }
        if (i == warm || i == cycles - 1) {
            stop_for_counting(request);
        }
    }
    stage_open(&stage, display, scene, 0, stage_usual);
    mark(3, request->frames);
    stage_show(&stage);
    printf("descriptors: %s\n", count_descriptors() > descriptors + 3 ? "more and more" : "no more");
    printf("shared memory: %s\n", count_maps("memfd:") + count_maps("/SYSV") > maps + 3 ? "more and more" : "no more");
    const Window window[] = { stage.window };
    picture_save(request->ppm, display, window, 1);
    stage_close(&stage);
}

static void destroyed_mid_frame(const struct scene *scene, const struct request *request)
{
    struct stage stage;
    Display *display = stage_display();
    Display *other = stage_display();
    XSetErrorHandler(no_error);
    stage_open(&stage, display, scene, 0, stage_usual);
    mark(1, 0);
    glXSwapBuffers(display, stage.window);
    mark(2, 0);
    glFlush();
    XDestroyWindow(other, stage.window);
    XSync(other, False);
    for (int i = 0; i < 5; i++) {
        mark(3, i);
        glXSwapBuffers(display, stage.window);
    }
    glFinish();
    XSync(display, False);
    glXMakeCurrent(display, None, NULL);
    glXDestroyContext(display, stage.context);
    stage_open(&stage, display, scene, 0, stage_usual);
    mark(4, request->frames);
    stage_show(&stage);
    const Window window[] = { stage.window };
    picture_save(request->ppm, display, window, 1);
    XCloseDisplay(other);
    stage_close(&stage);
}

static Bool is_exposure_of(Display *display, XEvent *event, XPointer window)
{
    (void)display;
    return event->type == Expose && event->xexpose.window == *(Window *)window;
}

static void hidden(const struct scene *scene, const struct request *request)
{
    struct stage stage;
    XEvent event;
    stage_open(&stage, stage_display(), scene, 0, stage_usual);
    XSelectInput(stage.display, stage.window, ExposureMask | StructureNotifyMask);
    mark(1, 0);
    stage_show(&stage);
    XUnmapWindow(stage.display, stage.window);
    XSync(stage.display, False);
    for (int i = 0; i < 20; i++) {
        mark(2, i);
        glXSwapBuffers(stage.display, stage.window);
    }
    glFinish();
    XMapWindow(stage.display, stage.window);
    XIfEvent(stage.display, &event, is_exposure_of, (XPointer)&stage.window);
    mark(6, request->frames);
    stage_show(&stage);
    const Window window[] = { stage.window };
    picture_save(request->ppm, stage.display, window, 1);
    stage_close(&stage);
}

/* Drawn into the front buffer: visible without a swap. */
static void front(const struct scene *scene, const struct request *request)
{
    struct stage stage;
    stage_open(&stage, stage_display(), scene, 0, stage_usual);
    mark(1, 0);
    stage_show(&stage);
    glDrawBuffer(GL_FRONT);
    pick_color(8);
    glRectf(0, 0, 0.9f, 0.9f);
    glFlush();
    pick_color(9 + request->frames);
    glRectf(-0.9f, -0.9f, 0, 0);
    glFinish();
    const Window window[] = { stage.window };
    picture_save(request->ppm, stage.display, window, 1);
    stage_close(&stage);
}

/* After a swap the front buffer holds what was swapped, and with this driver the back buffer still does, too. */
static void front_and_back(const struct scene *scene, const struct request *request)
{
    struct stage stage;
    unsigned char pixel[2][4];
    stage_open(&stage, stage_display(), scene, 0, stage_usual);
    mark(1, 0);
    stage_show(&stage);
    glReadBuffer(GL_FRONT);
    glReadPixels(stage.width / 2, stage.height / 2, 1, 1, GL_RGBA, GL_UNSIGNED_BYTE, pixel[0]);
    glClearColor(0, 0, 1, 1);
    glClear(GL_COLOR_BUFFER_BIT);
    glReadBuffer(GL_BACK);
    glReadPixels(stage.width / 2, stage.height / 2, 1, 1, GL_RGBA, GL_UNSIGNED_BYTE, pixel[1]);
    for (int i = 0; i < 2; i++) {
        printf("%d %d %d\n", pixel[i][0], pixel[i][1], pixel[i][2]);
    }
    glReadBuffer(GL_FRONT);
    glDrawBuffer(GL_BACK);
    glRasterPos2f(-1, -1);
    glCopyPixels(0, 0, stage.width / 2, stage.height, GL_COLOR);
    glDrawBuffer(GL_FRONT_AND_BACK);
    pick_color(4 + request->frames);
    glRectf(0.6f, -1, 0.8f, 1);
    glDrawBuffer(GL_BACK);
    stage_show(&stage);
    const Window window[] = { stage.window };
    picture_save(request->ppm, stage.display, window, 1);
    stage_close(&stage);
}

const struct scene storm_scenes[] = {
    { "resize-storm", 100, 80, NULL, resize_storm },
    { "open-close", 100, 80, NULL, open_close },
    { "destroyed-mid-frame", 100, 80, NULL, destroyed_mid_frame },
    { "hidden", 100, 80, NULL, hidden },
    { "front", 100, 80, NULL, front },
    { "front-and-back", 100, 80, NULL, front_and_back },
    { NULL, 0, 0, NULL, NULL },
};
