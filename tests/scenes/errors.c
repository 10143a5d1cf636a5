/* GLX calls that must fail, and the X error that each of them raises in the program (GLX 1.4 section 3.5). Errors that Mesa leaves to
 * the X server to detect later (invalid drawables in glXMakeCurrent or glXCreateWindow) are not included. */
#include "scene.h"

#include <X11/Xutil.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>

enum { nobody = 0x0f00dbad };

static int error_base;
static int errors;

/* Codes above the base are GLX's own: the specification gives their offset from it. */
static int on_error(Display *display, XErrorEvent *event)
{
    (void)display;
    errors++;
    if (event->error_code >= error_base) {
        printf("  GLX error %d, minor %d\n", event->error_code - error_base, event->minor_code);
    } else {
        printf("  X error %d, %s\n", event->error_code, event->request_code >= 128 ? "extension" : "core");
    }
    return 0;
}

static void after(Display *display, const char *call)
{
    XSync(display, False);
    printf("%s: %d errors\n", call, errors);
    errors = 0;
}

static GLXFBConfig config_of_window(Display *display, XVisualInfo **visual)
{
    static const int wanted[] = {
        GLX_DRAWABLE_TYPE, GLX_WINDOW_BIT | GLX_PIXMAP_BIT | GLX_PBUFFER_BIT, GLX_RENDER_TYPE, GLX_RGBA_BIT, GLX_DOUBLEBUFFER, True,
        GLX_RED_SIZE, 8, GLX_X_VISUAL_TYPE, GLX_TRUE_COLOR, None,
    };
    int count = 0;
    GLXFBConfig *configs = glXChooseFBConfig(display, DefaultScreen(display), wanted, &count);
    if (!configs || count == 0) {
        fail("glXChooseFBConfig", "no config fits");
    }
    GLXFBConfig best = configs[0];
    XFree(configs);
    *visual = glXGetVisualFromFBConfig(display, best);
    return best;
}

static void try_attributes(Display *display, GLXFBConfig config, const char *what, const int *attributes)
{
    typedef GLXContext create_fn(Display *, GLXFBConfig, GLXContext, Bool, const int *);
    create_fn *create = (create_fn *)glXGetProcAddressARB((const GLubyte *)"glXCreateContextAttribsARB");
    GLXContext context = create(display, config, NULL, True, attributes);
    printf("%s %s\n", what, context ? "made" : "refused");
    if (context) {
        glXDestroyContext(display, context);
    }
    after(display, what);
}

static void wrong_attributes(Display *display, GLXFBConfig config)
{
    try_attributes(display, config, "version 1.6", (const int[]){ GLX_CONTEXT_MAJOR_VERSION_ARB, 1, GLX_CONTEXT_MINOR_VERSION_ARB, 6, None });
    try_attributes(display, config, "version -1.0", (const int[]){ GLX_CONTEXT_MAJOR_VERSION_ARB, -1, None });
    try_attributes(display, config, "unknown attribute", (const int[]){ 0x7123, 1, None });
    try_attributes(display, config, "unknown flag", (const int[]){ GLX_CONTEXT_FLAGS_ARB, 0x4000, None });
    try_attributes(display, config, "unknown profile", (const int[]){ GLX_CONTEXT_PROFILE_MASK_ARB, 0x10, None });
    try_attributes(display, config, "unknown render type", (const int[]){ GLX_RENDER_TYPE, 0x1234, None });
    try_attributes(display, config, "colour index", (const int[]){ GLX_RENDER_TYPE, GLX_COLOR_INDEX_TYPE, None });
    try_attributes(display, NULL, "no config", (const int[]){ None });
}

static void wrong_contexts(Display *display)
{
    GLXContext context = glXCreateNewContext(display, NULL, GLX_RGBA_TYPE, NULL, True);
    printf("%s\n", context ? "made" : "refused");
    after(display, "glXCreateNewContext without a config");
    int value = 77;
    printf("%d\n", glXQueryContext(display, NULL, GLX_RENDER_TYPE, &value));
    printf("%d %d\n", glXGetFBConfigAttrib(display, NULL, GLX_DEPTH_SIZE, &value), value);
    after(display, "questions about nothing");
}

static void wrong_bindings(struct stage *stage)
{
    Display *display = stage->display;
    printf("%d\n", glXMakeCurrent(display, stage->window, NULL));
    after(display, "glXMakeCurrent of a window without a context");
    printf("%d\n", glXMakeContextCurrent(display, stage->window, None, stage->context));
    after(display, "glXMakeContextCurrent without a read drawable");
    printf("%d\n", glXMakeCurrent(display, stage->window, stage->context));
    after(display, "glXMakeCurrent as it should be");
}

static void wrong_drawables(struct stage *stage, GLXFBConfig config)
{
    Display *display = stage->display;
    GLXWindow first = glXCreateWindow(display, config, stage->window, NULL);
    after(display, "glXCreateWindow");
    glXDestroyWindow(display, nobody);
    after(display, "glXDestroyWindow of no window");
    glXDestroyPbuffer(display, nobody);
    after(display, "glXDestroyPbuffer of no pbuffer");
    glXDestroyPixmap(display, nobody);
    after(display, "glXDestroyPixmap of no pixmap");
    unsigned value = 77;
    glXQueryDrawable(display, nobody, GLX_WIDTH, &value);
    after(display, "glXQueryDrawable of no drawable");
    glXSelectEvent(display, nobody, GLX_PBUFFER_CLOBBER_MASK);
    after(display, "glXSelectEvent of no drawable");
    glXSwapBuffers(display, nobody);
    after(display, "glXSwapBuffers of no drawable");
    glXDestroyWindow(display, first);
    after(display, "glXDestroyWindow");
}

/* When a window is destroyed, the X server also destroys the GLX drawables created on it. */
static void wrong_order(Display *display, GLXFBConfig config, const XVisualInfo *visual)
{
    Window window = stage_window(display, visual, 200, 50, 50);
    GLXWindow made = glXCreateWindow(display, config, window, NULL);
    XDestroyWindow(display, window);
    after(display, "XDestroyWindow");
    glXDestroyWindow(display, made);
    after(display, "glXDestroyWindow after it");
}

struct borrower {
    struct stage *stage;
    int made;
};

static void *borrow(void *argument)
{
    struct borrower *borrower = argument;
    borrower->made = glXMakeCurrent(borrower->stage->display, borrower->stage->window, borrower->stage->context);
    return NULL;
}

static void wrong_thread(struct stage *stage)
{
    struct borrower borrower = { .stage = stage, .made = -1 };
    pthread_t thread;
    if (pthread_create(&thread, NULL, borrow, &borrower) != 0 || pthread_join(thread, NULL) != 0) {
        fail("pthread_create", "no thread");
    }
    printf("%d\n", borrower.made);
    after(stage->display, "glXMakeCurrent of another thread's context");
}

static void glx_errors(const struct scene *scene, const struct request *request)
{
    struct stage stage = { .display = stage_display(), .width = scene->width, .height = scene->height };
    int event_base = 0;
    if (!glXQueryExtension(stage.display, &error_base, &event_base)) {
        fail("glXQueryExtension", "no GLX");
    }
    XVisualInfo *visual = NULL;
    GLXFBConfig config = config_of_window(stage.display, &visual);
    stage.window = stage_window(stage.display, visual, 0, scene->width, scene->height);
    stage.context = glXCreateNewContext(stage.display, config, GLX_RGBA_TYPE, NULL, True);
    glXMakeCurrent(stage.display, stage.window, stage.context);
    XSetErrorHandler(on_error);
    wrong_attributes(stage.display, config);
    wrong_contexts(stage.display);
    wrong_bindings(&stage);
    wrong_drawables(&stage, config);
    wrong_order(stage.display, config, visual);
    wrong_thread(&stage);
    XSetErrorHandler(NULL);
    glClearColor(0.2f, 0.4f, 0.6f, 1);
    glClear(GL_COLOR_BUFFER_BIT);
    stage_show(&stage);
    picture_save(request->ppm, stage.display, &stage.window, 1);
    XFree(visual);
    stage_close(&stage);
}

const struct scene error_scenes[] = {
    { "glx-errors", 120, 90, NULL, glx_errors },
    { NULL, 0, 0, NULL, NULL },
};
