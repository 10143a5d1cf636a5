/* Windows and contexts in every combination that real programs use. */
#include "scene.h"

#include <X11/Xutil.h>
#include <stdio.h>

static void mark(int index, int frame)
{
    glClearColor(0.1f * (float)index, 0.2f, 0.3f, 1);
    glClear(GL_COLOR_BUFFER_BIT);
    pick_color(index + frame);
    glBegin(GL_TRIANGLES);
    glVertex2f(-0.8f, -0.7f);
    glVertex2f(0.9f, -0.5f);
    glVertex2f(0.1f * (float)frame, 0.9f);
    glEnd();
}

static void save_and_close(struct stage *stage, const struct request *request)
{
    picture_save(request->ppm, stage->display, &stage->window, 1);
    stage_close(stage);
}

static void single_buffered(const struct scene *scene, const struct request *request)
{
    static const int single[] = { GLX_RGBA, GLX_RED_SIZE, 8, None };
    struct stage stage;
    stage_open(&stage, stage_display(), scene, 0, single);
    for (int frame = 0; frame < request->frames; frame++) {
        mark(1, frame);
        glFlush();
    }
    stage_settle();
    save_and_close(&stage, request);
}

static GLXFBConfig choose_config(Display *display)
{
    static const int wanted[] = {
        GLX_X_RENDERABLE, True, GLX_DRAWABLE_TYPE, GLX_WINDOW_BIT, GLX_RENDER_TYPE, GLX_RGBA_BIT, GLX_DOUBLEBUFFER, True,
        GLX_RED_SIZE, 8, GLX_DEPTH_SIZE, 16, GLX_X_VISUAL_TYPE, GLX_TRUE_COLOR, None,
    };
    int count = 0;
    GLXFBConfig *configs = glXChooseFBConfig(display, DefaultScreen(display), wanted, &count);
    if (!configs || count == 0) {
        fail("glXChooseFBConfig", "no config fits");
    }
    GLXFBConfig best = configs[0];
    XFree(configs);
    return best;
}

/* Opens a window with the config's visual; the caller adds a context. */
static GLXFBConfig open_config(struct stage *stage, const struct scene *scene)
{
    stage->display = stage_display();
    stage->width = scene->width;
    stage->height = scene->height;
    GLXFBConfig config = choose_config(stage->display);
    XVisualInfo *visual = glXGetVisualFromFBConfig(stage->display, config);
    if (!visual) {
        fail(scene->name, "the config has no visual");
    }
    int double_buffer = 0;
    glXGetFBConfigAttrib(stage->display, config, GLX_DOUBLEBUFFER, &double_buffer);
    printf("double %d\n", double_buffer);
    stage->window = stage_window(stage->display, visual, 0, scene->width, scene->height);
    XFree(visual);
    return config;
}

static void config_window(const struct scene *scene, const struct request *request)
{
    struct stage stage;
    GLXFBConfig config = open_config(&stage, scene);
    stage.context = glXCreateNewContext(stage.display, config, GLX_RGBA_TYPE, NULL, True);
    GLXWindow drawable = glXCreateWindow(stage.display, config, stage.window, NULL);
    if (!stage.context || !glXMakeContextCurrent(stage.display, drawable, drawable, stage.context)) {
        fail(scene->name, "no context");
    }
    unsigned width = 0, height = 0;
    glXQueryDrawable(stage.display, drawable, GLX_WIDTH, &width);
    glXQueryDrawable(stage.display, drawable, GLX_HEIGHT, &height);
    printf("size %u %u, read is draw %d\n", width, height, glXGetCurrentReadDrawable() == drawable);
    for (int frame = 0; frame < request->frames; frame++) {
        mark(2, frame);
        glXSwapBuffers(stage.display, drawable);
    }
    stage_settle();
    picture_save(request->ppm, stage.display, &stage.window, 1);
    glXMakeContextCurrent(stage.display, None, None, NULL);
    glXDestroyWindow(stage.display, drawable);
    stage_close(&stage);
}

static void attribs_context(const struct scene *scene, const struct request *request)
{
    static const int attributes[] = {
        GLX_CONTEXT_MAJOR_VERSION_ARB, 1, GLX_CONTEXT_MINOR_VERSION_ARB, 4,
        GLX_CONTEXT_PROFILE_MASK_ARB, GLX_CONTEXT_COMPATIBILITY_PROFILE_BIT_ARB, None,
    };
    struct stage stage;
    GLXFBConfig config = open_config(&stage, scene);
    PFNGLXCREATECONTEXTATTRIBSARBPROC create =
        (PFNGLXCREATECONTEXTATTRIBSARBPROC)glXGetProcAddress((const GLubyte *)"glXCreateContextAttribsARB");
    stage.context = create ? create(stage.display, config, NULL, True, attributes) : NULL;
    if (!stage.context || !glXMakeCurrent(stage.display, stage.window, stage.context)) {
        fail(scene->name, "no context");
    }
    for (int frame = 0; frame < request->frames; frame++) {
        mark(3, frame);
        stage_show(&stage);
    }
    save_and_close(&stage, request);
}

static void shared_lists(const struct scene *scene, const struct request *request)
{
    struct stage stage;
    stage_open(&stage, stage_display(), scene, 0, stage_usual);
    GLuint list = glGenLists(1);
    glNewList(list, GL_COMPILE);
    mark(4, 1);
    glEndList();
    int copy[] = { GLX_RGBA, GLX_DOUBLEBUFFER, GLX_RED_SIZE, 8, GLX_GREEN_SIZE, 8, GLX_BLUE_SIZE, 8,
                   GLX_DEPTH_SIZE, 24, GLX_STENCIL_SIZE, 8, GLX_ACCUM_RED_SIZE, 8, None };
    XVisualInfo *visual = glXChooseVisual(stage.display, DefaultScreen(stage.display), copy);
    GLXContext sharing = glXCreateContext(stage.display, visual, stage.context, True);
    GLXContext alone = glXCreateContext(stage.display, visual, NULL, True);
    XFree(visual);
    glXMakeCurrent(stage.display, stage.window, alone);
    printf("alone %d", glIsList(list));
    glXMakeCurrent(stage.display, stage.window, sharing);
    glXDestroyContext(stage.display, stage.context);
    printf(" sharing %d\n", glIsList(list));
    glCallList(list);
    stage_show(&stage);
    glXDestroyContext(stage.display, alone);
    stage.context = sharing;
    save_and_close(&stage, request);
}

static void two_windows(const struct scene *scene, const struct request *request)
{
    struct stage one, two;
    Display *display = stage_display();
    stage_open(&one, display, scene, 0, stage_usual);
    stage_open(&two, display, scene, scene->width + 10, stage_usual);
    for (int frame = 0; frame < request->frames; frame++) {
        glXMakeCurrent(display, one.window, one.context);
        mark(5, frame);
        glXMakeCurrent(display, two.window, two.context);
        mark(6, frame);
        glXSwapBuffers(display, one.window);
        stage_show(&two);
    }
    glXMakeCurrent(display, two.window, one.context); /* either context in either window */
    mark(7, request->frames);
    stage_show(&two);
    const Window both[] = { one.window, two.window };
    picture_save(request->ppm, display, both, 2);
    glXDestroyContext(display, two.context);
    XDestroyWindow(display, two.window);
    stage_close(&one);
}

static Bool is_resize_of(Display *display, XEvent *event, XPointer window)
{
    (void)display;
    return event->type == ConfigureNotify && event->xconfigure.window == *(Window *)window;
}

static void resize(const struct scene *scene, const struct request *request)
{
    struct stage stage;
    stage_open(&stage, stage_display(), scene, 0, stage_usual);
    for (int frame = 0; frame < request->frames; frame++) {
        stage.width = scene->width + 40 * frame;
        stage.height = scene->height + 20 * frame;
        if (frame > 0) {
            XEvent event;
            XResizeWindow(stage.display, stage.window, (unsigned)stage.width, (unsigned)stage.height);
            XIfEvent(stage.display, &event, is_resize_of, (XPointer)&stage.window);
        }
        for (int again = 0; again < 2; again++) { /* drivers may notice only at the swap */
            glViewport(0, 0, stage.width, stage.height);
            mark(8, frame);
            stage_show(&stage);
        }
    }
    save_and_close(&stage, request);
}

static void gone_window(const struct scene *scene, const struct request *request)
{
    struct stage first, second;
    Display *display = stage_display();
    stage_open(&first, display, scene, 0, stage_usual);
    mark(1, 1);
    stage_show(&first);
    glXMakeCurrent(display, None, NULL);
    XDestroyWindow(display, first.window);
    stage_open(&second, display, scene, 0, stage_usual);
    glXMakeCurrent(display, second.window, first.context);
    mark(9, request->frames);
    stage_show(&second);
    glXDestroyContext(display, first.context);
    save_and_close(&second, request);
}

const struct scene window_scenes[] = {
    { "single-buffered", 100, 80, NULL, single_buffered },
    { "config-window", 100, 80, NULL, config_window },
    { "attribs-context", 100, 80, NULL, attribs_context },
    { "shared-lists", 100, 80, NULL, shared_lists },
    { "two-windows", 100, 80, NULL, two_windows },
    { "resize", 100, 80, NULL, resize },
    { "gone-window", 100, 80, NULL, gone_window },
    { NULL, 0, 0, NULL, NULL },
};
