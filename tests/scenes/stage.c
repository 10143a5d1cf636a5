/* Windows, contexts and cells for the scenes. */
#include "scene.h"

#include <stdio.h>
#include <stdlib.h>

const int stage_usual[] = {
    GLX_RGBA, GLX_DOUBLEBUFFER, GLX_RED_SIZE, 8, GLX_GREEN_SIZE, 8, GLX_BLUE_SIZE, 8,
    GLX_DEPTH_SIZE, 24, GLX_STENCIL_SIZE, 8, GLX_ACCUM_RED_SIZE, 8, None,
};

noreturn void fail(const char *name, const char *what)
{
    fprintf(stderr, "%s: %s\n", name, what);
    exit(1);
}

Display *stage_display(void)
{
    Display *display = XOpenDisplay(NULL);
    if (!display) {
        fail("DISPLAY", "cannot be opened");
    }
    return display;
}

static Bool is_map_of(Display *display, XEvent *event, XPointer window)
{
    (void)display;
    return event->type == MapNotify && event->xmap.window == *(Window *)window;
}

Window stage_window(Display *display, const XVisualInfo *visual, int x, int width, int height)
{
    Window root = RootWindow(display, visual->screen);
    XSetWindowAttributes attributes = {
        .colormap = XCreateColormap(display, root, visual->visual, AllocNone),
        .event_mask = StructureNotifyMask,
    };
    Window window = XCreateWindow(display, root, x, 0, (unsigned)width, (unsigned)height, 0, visual->depth, InputOutput,
                                  visual->visual, CWBorderPixel | CWColormap | CWEventMask, &attributes);
    XMapWindow(display, window);
    XEvent event;
    XIfEvent(display, &event, is_map_of, (XPointer)&window);
    return window;
}

void stage_open(struct stage *stage, Display *display, const struct scene *scene, int x, const int *attributes)
{
    int copy[64] = { 0 }; /* glXChooseVisual's list is not const */
    for (int i = 0; attributes[i] != None; i++) {
        copy[i] = attributes[i];
    }
    XVisualInfo *visual = glXChooseVisual(display, DefaultScreen(display), copy);
    if (!visual) {
        fail(scene->name, "no visual fits");
    }

    stage->display = display;
    stage->width = scene->width;
    stage->height = scene->height;
    stage->window = stage_window(display, visual, x, scene->width, scene->height);
    stage->context = glXCreateContext(display, visual, NULL, True);
    XFree(visual);
    if (!stage->context || !glXMakeCurrent(display, stage->window, stage->context)) {
        fail(scene->name, "no context");
    }
}

void stage_settle(void)
{
    glFinish();
    glXWaitGL();
}

void stage_show(const struct stage *stage)
{
    glXSwapBuffers(stage->display, stage->window);
    stage_settle();
}

void stage_close(struct stage *stage)
{
    glXMakeCurrent(stage->display, None, NULL);
    glXDestroyContext(stage->display, stage->context);
    XDestroyWindow(stage->display, stage->window);
    XCloseDisplay(stage->display);
}

void cell(const struct stage *stage, int index, int columns, int rows)
{
    int width = stage->width / columns;
    int height = stage->height / rows;
    glViewport(index % columns * width, (rows - 1 - index / columns) * height, width, height);
    glMatrixMode(GL_PROJECTION);
    glLoadIdentity();
    glOrtho(-2, 2, -2, 2, -10, 10);
    glMatrixMode(GL_MODELVIEW);
    glLoadIdentity();
}

void whole(const struct stage *stage)
{
    glViewport(0, 0, stage->width, stage->height);
    glMatrixMode(GL_PROJECTION);
    glLoadIdentity();
    glMatrixMode(GL_MODELVIEW);
    glLoadIdentity();
}

void pick_color(int index)
{
    float step = (float)(index * 37 % 100) / 100.0f;
    glColor3f(0.2f + 0.8f * step, 1.0f - 0.7f * step, index % 2 ? 0.3f : 0.9f);
}
