/* Swap intervals, and counting and waiting for refreshes and swaps (GLX_EXT_swap_control, GLX_MESA_swap_control,
 * GLX_SGI_swap_control, GLX_SGI_video_sync, GLX_OML_sync_control). Every line must end with "yes". If an extension is missing,
 * its rules count as fulfilled, and standard error reports it. */
#include "scene.h"

#include <GL/glxext.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { nobody = 0x0f00dbad, some = 5 };

static int error_code; /* of the last X error; 0 if there was none */

static int remember(Display *display, XErrorEvent *event)
{
    (void)display;
    error_code = event->error_code;
    return 0;
}

static int taken_error(Display *display)
{
    XSync(display, False);
    int code = error_code;
    error_code = 0;
    return code;
}

#define HOLDS(there, rule) printf("%s: %s\n", #rule, !(there) || (rule) ? "yes" : "NO")

static void *find(const char *name)
{
    void *address = NULL;
    __GLXextFuncPtr found = glXGetProcAddressARB((const GLubyte *)name);
    memcpy(&address, &found, sizeof address);
    return address;
}

static int has(Display *display, const char *extension)
{
    const char *all = glXQueryExtensionsString(display, DefaultScreen(display));
    size_t length = strlen(extension);
    for (const char *at = all; (at = strstr(at, extension)) != NULL; at += length) {
        if (at[length] == ' ' || at[length] == '\0') {
            return 1;
        }
    }
    fprintf(stderr, "%s is not here\n", extension);
    return 0;
}

/* With VMGL the functions follow the rules even if the host does not support them and nothing is advertised. */
static int keeps_intervals(Display *display)
{
    return has(display, "GLX_MESA_swap_control") || strcmp(glXGetClientString(display, GLX_VENDOR), "VMGL") == 0;
}

static unsigned asked(Display *display, GLXDrawable drawable, int attribute)
{
    unsigned value = 77;
    glXQueryDrawable(display, drawable, attribute, &value);
    return value;
}

static void intervals_without_context(Display *display, int there)
{
    PFNGLXSWAPINTERVALSGIPROC set_sgi = (PFNGLXSWAPINTERVALSGIPROC)find("glXSwapIntervalSGI");
    PFNGLXSWAPINTERVALMESAPROC set_mesa = (PFNGLXSWAPINTERVALMESAPROC)find("glXSwapIntervalMESA");
    PFNGLXGETSWAPINTERVALMESAPROC get_mesa = (PFNGLXGETSWAPINTERVALMESAPROC)find("glXGetSwapIntervalMESA");
    PFNGLXSWAPINTERVALEXTPROC set_ext = (PFNGLXSWAPINTERVALEXTPROC)find("glXSwapIntervalEXT");
    HOLDS(1, set_sgi(1) == GLX_BAD_CONTEXT);
    HOLDS(1, set_mesa(1) == GLX_BAD_CONTEXT);
    HOLDS(there, get_mesa() == 0);
    HOLDS(there, (set_ext(display, nobody, 1), taken_error(display)) == BadWindow);
}

static void intervals_of_drawables(const struct stage *one, const struct stage *two, int there)
{
    Display *display = one->display;
    PFNGLXSWAPINTERVALSGIPROC set_sgi = (PFNGLXSWAPINTERVALSGIPROC)find("glXSwapIntervalSGI");
    PFNGLXSWAPINTERVALMESAPROC set_mesa = (PFNGLXSWAPINTERVALMESAPROC)find("glXSwapIntervalMESA");
    PFNGLXGETSWAPINTERVALMESAPROC get_mesa = (PFNGLXGETSWAPINTERVALMESAPROC)find("glXGetSwapIntervalMESA");
    PFNGLXSWAPINTERVALEXTPROC set_ext = (PFNGLXSWAPINTERVALEXTPROC)find("glXSwapIntervalEXT");
    glXMakeCurrent(display, one->window, one->context);
    HOLDS(1, set_sgi(0) == GLX_BAD_VALUE);
    HOLDS(1, set_sgi(-1) == GLX_BAD_VALUE);
    HOLDS(there, get_mesa() == 1);
    HOLDS(there, set_sgi(3) == 0 && get_mesa() == 3);
    HOLDS(there, set_mesa(0x80000000u) == GLX_BAD_VALUE && get_mesa() == 3);
    HOLDS(there, set_mesa(0) == 0 && get_mesa() == 0);
    HOLDS(there, asked(display, two->window, GLX_SWAP_INTERVAL_EXT) == 1);
    HOLDS(there, (set_ext(display, two->window, 2), taken_error(display)) == 0);
    HOLDS(there, asked(display, two->window, GLX_SWAP_INTERVAL_EXT) == 2);
    HOLDS(there, asked(display, one->window, GLX_SWAP_INTERVAL_EXT) == 0 && get_mesa() == 0);
    HOLDS(there, asked(display, one->window, GLX_MAX_SWAP_INTERVAL_EXT) >= 1);
    glXMakeCurrent(display, two->window, two->context);
    HOLDS(there, get_mesa() == 2);
}

static void negative_intervals(const struct stage *stage, int there)
{
    Display *display = stage->display;
    PFNGLXSWAPINTERVALEXTPROC set_ext = (PFNGLXSWAPINTERVALEXTPROC)find("glXSwapIntervalEXT");
    int tears = has(display, "GLX_EXT_swap_control_tear");
    set_ext(display, stage->window, -4);
    HOLDS(there, taken_error(display) == (tears ? 0 : BadValue));
    HOLDS(there, asked(display, stage->window, GLX_SWAP_INTERVAL_EXT) == (tears ? 4u : 2u));
    HOLDS(there && tears, asked(display, stage->window, GLX_LATE_SWAPS_TEAR_EXT) == 1);
}

static void run_intervals(const struct scene *scene, const struct request *request)
{
    struct stage one, two;
    Display *display = stage_display();
    int there = keeps_intervals(display);
    XSetErrorHandler(remember);
    intervals_without_context(display, there);
    stage_open(&one, display, scene, 0, stage_usual);
    stage_open(&two, display, scene, scene->width + 10, stage_usual);
    intervals_of_drawables(&one, &two, there);
    negative_intervals(&two, there);
    glClearColor(0.1f, 0.6f, 0.3f, 1);
    glClear(GL_COLOR_BUFFER_BIT);
    stage_show(&two);
    picture_save(request->ppm, display, &two.window, 1);
    glXDestroyContext(display, one.context);
    XDestroyWindow(display, one.window);
    stage_close(&two);
}

static void video_sync(const struct stage *stage, int current)
{
    int there = has(stage->display, "GLX_SGI_video_sync");
    PFNGLXGETVIDEOSYNCSGIPROC get = (PFNGLXGETVIDEOSYNCSGIPROC)find("glXGetVideoSyncSGI");
    PFNGLXWAITVIDEOSYNCSGIPROC wait = (PFNGLXWAITVIDEOSYNCSGIPROC)find("glXWaitVideoSyncSGI");
    unsigned before = 0, after = 0, third = 0;
    if (!current) {
        HOLDS(there, get(&before) == GLX_BAD_CONTEXT);
        HOLDS(there, wait(1, 0, &before) == GLX_BAD_CONTEXT);
        return;
    }
    HOLDS(there, wait(0, 0, &after) == GLX_BAD_VALUE);
    HOLDS(there, wait(2, -1, &after) == GLX_BAD_VALUE);
    HOLDS(there, get(&before) == 0);
    HOLDS(there, wait(1, 0, &after) == 0 && after > before);
    HOLDS(there, wait(2, (int)(after + 1) % 2, &third) == 0 && third > after && third % 2 == (after + 1) % 2);
}

struct counts {
    int64_t ust, msc, sbc;
};

static int is_later(struct counts a, struct counts b)
{
    return b.ust >= a.ust && b.msc >= a.msc && b.sbc >= a.sbc;
}

static void wrong_counts(const struct stage *stage, int there)
{
    PFNGLXWAITFORMSCOMLPROC wait_msc = (PFNGLXWAITFORMSCOMLPROC)find("glXWaitForMscOML");
    PFNGLXWAITFORSBCOMLPROC wait_sbc = (PFNGLXWAITFORSBCOMLPROC)find("glXWaitForSbcOML");
    PFNGLXSWAPBUFFERSMSCOMLPROC swap = (PFNGLXSWAPBUFFERSMSCOMLPROC)find("glXSwapBuffersMscOML");
    struct counts c = { 0, 0, 0 };
    HOLDS(there, !wait_msc(stage->display, stage->window, -1, 0, 0, &c.ust, &c.msc, &c.sbc));
    HOLDS(there, !wait_msc(stage->display, stage->window, 0, -1, 0, &c.ust, &c.msc, &c.sbc));
    HOLDS(there, !wait_msc(stage->display, stage->window, 0, 2, -1, &c.ust, &c.msc, &c.sbc));
    HOLDS(there, !wait_msc(stage->display, stage->window, 0, 2, 2, &c.ust, &c.msc, &c.sbc));
    HOLDS(there, !wait_sbc(stage->display, stage->window, -1, &c.ust, &c.msc, &c.sbc));
    HOLDS(there, swap(stage->display, stage->window, -1, 0, 0) == -1);
    HOLDS(there, swap(stage->display, stage->window, 0, 2, 2) == -1);
    HOLDS(there, swap(stage->display, nobody, 0, 0, 0) == -1);
}

static void waits_for_refreshes(const struct stage *stage, int there)
{
    PFNGLXGETSYNCVALUESOMLPROC get = (PFNGLXGETSYNCVALUESOMLPROC)find("glXGetSyncValuesOML");
    PFNGLXWAITFORMSCOMLPROC wait = (PFNGLXWAITFORMSCOMLPROC)find("glXWaitForMscOML");
    struct counts a = { 0, 0, 0 }, b = a, c = a, d = a;
    HOLDS(there, get(stage->display, stage->window, &a.ust, &a.msc, &a.sbc) && a.ust > 0 && a.msc > 0);
    HOLDS(there, wait(stage->display, stage->window, a.msc + some, 0, 0, &b.ust, &b.msc, &b.sbc) && is_later(a, b));
    HOLDS(there, b.msc >= a.msc + some);
    HOLDS(there, wait(stage->display, stage->window, 0, 4, 3, &c.ust, &c.msc, &c.sbc) && is_later(b, c) && c.msc > b.msc);
    HOLDS(there, wait(stage->display, stage->window, 0, 0, 0, &d.ust, &d.msc, &d.sbc) && is_later(c, d));
}

static void counts_swaps(const struct stage *stage, int there)
{
    PFNGLXGETSYNCVALUESOMLPROC get = (PFNGLXGETSYNCVALUESOMLPROC)find("glXGetSyncValuesOML");
    PFNGLXWAITFORSBCOMLPROC wait = (PFNGLXWAITFORSBCOMLPROC)find("glXWaitForSbcOML");
    PFNGLXSWAPBUFFERSMSCOMLPROC swap = (PFNGLXSWAPBUFFERSMSCOMLPROC)find("glXSwapBuffersMscOML");
    struct counts a = { 0, 0, 0 }, b = a, c = a, d = a;
    HOLDS(there, wait(stage->display, stage->window, 0, &a.ust, &a.msc, &a.sbc) && a.sbc == 1); /* the swap before there was a context */
    for (int i = 0; i < some; i++) {
        glXSwapBuffers(stage->display, stage->window);
    }
    HOLDS(there, wait(stage->display, stage->window, a.sbc + some, &b.ust, &b.msc, &b.sbc) && b.sbc == a.sbc + some);
    HOLDS(there, swap(stage->display, stage->window, b.msc + some, 0, 0) == b.sbc + 1);
    HOLDS(there, wait(stage->display, stage->window, 0, &c.ust, &c.msc, &c.sbc) && c.sbc == b.sbc + 1 && c.msc >= b.msc + some);
    HOLDS(there, swap(stage->display, stage->window, 0, 0, 0) == c.sbc + 1);
    while (there && d.sbc <= c.sbc) { /* the count advances without a wait */
        there = get(stage->display, stage->window, &d.ust, &d.msc, &d.sbc);
    }
    HOLDS(there, d.sbc == c.sbc + 1 && is_later(c, d));
}

static void rates(const struct stage *stage, int there)
{
    PFNGLXGETMSCRATEOMLPROC rate = (PFNGLXGETMSCRATEOMLPROC)find("glXGetMscRateOML");
    int numerator = 0, denominator = 0;
    HOLDS(there, rate(stage->display, stage->window, &numerator, &denominator) && numerator > 0 && denominator > 0);
    fprintf(stderr, "rate %d/%d\n", numerator, denominator); /* depends on the screen */
    HOLDS(there, numerator >= denominator && numerator / denominator < 1000);
}

static void nothing_current(const struct stage *stage, int there)
{
    PFNGLXGETSYNCVALUESOMLPROC get = (PFNGLXGETSYNCVALUESOMLPROC)find("glXGetSyncValuesOML");
    PFNGLXSWAPBUFFERSMSCOMLPROC swap = (PFNGLXSWAPBUFFERSMSCOMLPROC)find("glXSwapBuffersMscOML");
    struct counts c = { 0, 0, 0 };
    glXMakeCurrent(stage->display, None, NULL);
    HOLDS(there, !get(stage->display, stage->window, &c.ust, &c.msc, &c.sbc));
    HOLDS(there, swap(stage->display, stage->window, 0, 0, 0) == -1);
    video_sync(stage, 0);
    glXMakeCurrent(stage->display, stage->window, stage->context);
}

static void run_sync_control(const struct scene *scene, const struct request *request)
{
    struct stage stage;
    stage_open(&stage, stage_display(), scene, 0, stage_usual);
    int there = has(stage.display, "GLX_OML_sync_control");
    glXSwapBuffers(stage.display, stage.window);
    nothing_current(&stage, there);
    video_sync(&stage, 1);
    wrong_counts(&stage, there);
    waits_for_refreshes(&stage, there);
    counts_swaps(&stage, there);
    rates(&stage, there);
    glClearColor(0.5f, 0.1f, 0.7f, 1);
    glClear(GL_COLOR_BUFFER_BIT);
    stage_show(&stage);
    picture_save(request->ppm, stage.display, &stage.window, 1);
    stage_close(&stage);
}

const struct scene timing_scenes[] = {
    { "swap-intervals", 100, 80, NULL, run_intervals },
    { "sync-control", 100, 80, NULL, run_sync_control },
    { NULL, 0, 0, NULL, NULL },
};
