/* Made by Vmgl.Generator from spec, area glx. Change that, then run: make generate */
/* GLX 1.4 and its extensions */
#include "../vmgl.h"
#include "entries.g.h"
#include "sizes.g.h"

VMGL_ENTRY XVisualInfo * glXChooseVisual(Display *dpy, int screen, int *attribList)
{
    __typeof__(&glXChooseVisual) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glXChooseVisual);
    return guest ? guest(dpy, screen, attribList) : 0;
}

VMGL_ENTRY void glXCopyContext(Display *dpy, GLXContext src, GLXContext dst, unsigned long mask)
{
    __typeof__(&glXCopyContext) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glXCopyContext);
    if (guest)
        guest(dpy, src, dst, mask);
}

VMGL_ENTRY GLXContext glXCreateContext(Display *dpy, XVisualInfo *vis, GLXContext shareList, Bool direct)
{
    __typeof__(&glXCreateContext) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glXCreateContext);
    return guest ? guest(dpy, vis, shareList, direct) : 0;
}

VMGL_ENTRY GLXPixmap glXCreateGLXPixmap(Display *dpy, XVisualInfo *visual, Pixmap pixmap)
{
    __typeof__(&glXCreateGLXPixmap) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glXCreateGLXPixmap);
    return guest ? guest(dpy, visual, pixmap) : 0;
}

VMGL_ENTRY void glXDestroyContext(Display *dpy, GLXContext ctx)
{
    __typeof__(&glXDestroyContext) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glXDestroyContext);
    if (guest)
        guest(dpy, ctx);
}

VMGL_ENTRY void glXDestroyGLXPixmap(Display *dpy, GLXPixmap pixmap)
{
    __typeof__(&glXDestroyGLXPixmap) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glXDestroyGLXPixmap);
    if (guest)
        guest(dpy, pixmap);
}

VMGL_ENTRY int glXGetConfig(Display *dpy, XVisualInfo *visual, int attrib, int *value)
{
    __typeof__(&glXGetConfig) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glXGetConfig);
    return guest ? guest(dpy, visual, attrib, value) : 0;
}

VMGL_ENTRY GLXContext glXGetCurrentContext(void)
{
    __typeof__(&glXGetCurrentContext) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glXGetCurrentContext);
    return guest ? guest() : 0;
}

VMGL_ENTRY GLXDrawable glXGetCurrentDrawable(void)
{
    __typeof__(&glXGetCurrentDrawable) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glXGetCurrentDrawable);
    return guest ? guest() : 0;
}

VMGL_ENTRY Bool glXIsDirect(Display *dpy, GLXContext ctx)
{
    __typeof__(&glXIsDirect) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glXIsDirect);
    return guest ? guest(dpy, ctx) : 0;
}

VMGL_ENTRY Bool glXMakeCurrent(Display *dpy, GLXDrawable drawable, GLXContext ctx)
{
    __typeof__(&glXMakeCurrent) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glXMakeCurrent);
    return guest ? guest(dpy, drawable, ctx) : 0;
}

VMGL_ENTRY Bool glXQueryExtension(Display *dpy, int *errorb, int *event)
{
    __typeof__(&glXQueryExtension) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glXQueryExtension);
    return guest ? guest(dpy, errorb, event) : 0;
}

VMGL_ENTRY Bool glXQueryVersion(Display *dpy, int *maj, int *min)
{
    __typeof__(&glXQueryVersion) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glXQueryVersion);
    return guest ? guest(dpy, maj, min) : 0;
}

VMGL_ENTRY void glXSwapBuffers(Display *dpy, GLXDrawable drawable)
{
    __typeof__(&glXSwapBuffers) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glXSwapBuffers);
    if (guest)
        guest(dpy, drawable);
}

VMGL_ENTRY void glXUseXFont(Font font, int first, int count, int list)
{
    __typeof__(&glXUseXFont) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glXUseXFont);
    if (guest)
        guest(font, first, count, list);
}

VMGL_ENTRY void glXWaitGL(void)
{
    __typeof__(&glXWaitGL) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glXWaitGL);
    if (guest)
        guest();
}

VMGL_ENTRY void glXWaitX(void)
{
    __typeof__(&glXWaitX) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glXWaitX);
    if (guest)
        guest();
}

VMGL_ENTRY const char * glXGetClientString(Display *dpy, int name)
{
    __typeof__(&glXGetClientString) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glXGetClientString);
    return guest ? guest(dpy, name) : 0;
}

VMGL_ENTRY const char * glXQueryExtensionsString(Display *dpy, int screen)
{
    __typeof__(&glXQueryExtensionsString) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glXQueryExtensionsString);
    return guest ? guest(dpy, screen) : 0;
}

VMGL_ENTRY const char * glXQueryServerString(Display *dpy, int screen, int name)
{
    __typeof__(&glXQueryServerString) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glXQueryServerString);
    return guest ? guest(dpy, screen, name) : 0;
}

VMGL_ENTRY Display * glXGetCurrentDisplay(void)
{
    __typeof__(&glXGetCurrentDisplay) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glXGetCurrentDisplay);
    return guest ? guest() : 0;
}

VMGL_ENTRY GLXFBConfig * glXChooseFBConfig(Display *dpy, int screen, const int *attrib_list, int *nelements)
{
    __typeof__(&glXChooseFBConfig) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glXChooseFBConfig);
    return guest ? guest(dpy, screen, attrib_list, nelements) : 0;
}

VMGL_ENTRY GLXContext glXCreateNewContext(Display *dpy, GLXFBConfig config, int render_type, GLXContext share_list, Bool direct)
{
    __typeof__(&glXCreateNewContext) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glXCreateNewContext);
    return guest ? guest(dpy, config, render_type, share_list, direct) : 0;
}

VMGL_ENTRY GLXPbuffer glXCreatePbuffer(Display *dpy, GLXFBConfig config, const int *attrib_list)
{
    __typeof__(&glXCreatePbuffer) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glXCreatePbuffer);
    return guest ? guest(dpy, config, attrib_list) : 0;
}

VMGL_ENTRY GLXPixmap glXCreatePixmap(Display *dpy, GLXFBConfig config, Pixmap pixmap, const int *attrib_list)
{
    __typeof__(&glXCreatePixmap) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glXCreatePixmap);
    return guest ? guest(dpy, config, pixmap, attrib_list) : 0;
}

VMGL_ENTRY GLXWindow glXCreateWindow(Display *dpy, GLXFBConfig config, Window win, const int *attrib_list)
{
    __typeof__(&glXCreateWindow) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glXCreateWindow);
    return guest ? guest(dpy, config, win, attrib_list) : 0;
}

VMGL_ENTRY void glXDestroyPbuffer(Display *dpy, GLXPbuffer pbuf)
{
    __typeof__(&glXDestroyPbuffer) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glXDestroyPbuffer);
    if (guest)
        guest(dpy, pbuf);
}

VMGL_ENTRY void glXDestroyPixmap(Display *dpy, GLXPixmap pixmap)
{
    __typeof__(&glXDestroyPixmap) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glXDestroyPixmap);
    if (guest)
        guest(dpy, pixmap);
}

VMGL_ENTRY void glXDestroyWindow(Display *dpy, GLXWindow win)
{
    __typeof__(&glXDestroyWindow) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glXDestroyWindow);
    if (guest)
        guest(dpy, win);
}

VMGL_ENTRY GLXDrawable glXGetCurrentReadDrawable(void)
{
    __typeof__(&glXGetCurrentReadDrawable) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glXGetCurrentReadDrawable);
    return guest ? guest() : 0;
}

VMGL_ENTRY int glXGetFBConfigAttrib(Display *dpy, GLXFBConfig config, int attribute, int *value)
{
    __typeof__(&glXGetFBConfigAttrib) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glXGetFBConfigAttrib);
    return guest ? guest(dpy, config, attribute, value) : 0;
}

VMGL_ENTRY GLXFBConfig * glXGetFBConfigs(Display *dpy, int screen, int *nelements)
{
    __typeof__(&glXGetFBConfigs) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glXGetFBConfigs);
    return guest ? guest(dpy, screen, nelements) : 0;
}

VMGL_ENTRY void glXGetSelectedEvent(Display *dpy, GLXDrawable draw, unsigned long *event_mask)
{
    __typeof__(&glXGetSelectedEvent) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glXGetSelectedEvent);
    if (guest)
        guest(dpy, draw, event_mask);
}

VMGL_ENTRY XVisualInfo * glXGetVisualFromFBConfig(Display *dpy, GLXFBConfig config)
{
    __typeof__(&glXGetVisualFromFBConfig) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glXGetVisualFromFBConfig);
    return guest ? guest(dpy, config) : 0;
}

VMGL_ENTRY Bool glXMakeContextCurrent(Display *dpy, GLXDrawable draw, GLXDrawable read, GLXContext ctx)
{
    __typeof__(&glXMakeContextCurrent) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glXMakeContextCurrent);
    return guest ? guest(dpy, draw, read, ctx) : 0;
}

VMGL_ENTRY int glXQueryContext(Display *dpy, GLXContext ctx, int attribute, int *value)
{
    __typeof__(&glXQueryContext) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glXQueryContext);
    return guest ? guest(dpy, ctx, attribute, value) : 0;
}

VMGL_ENTRY void glXQueryDrawable(Display *dpy, GLXDrawable draw, int attribute, unsigned int *value)
{
    __typeof__(&glXQueryDrawable) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glXQueryDrawable);
    if (guest)
        guest(dpy, draw, attribute, value);
}

VMGL_ENTRY void glXSelectEvent(Display *dpy, GLXDrawable draw, unsigned long event_mask)
{
    __typeof__(&glXSelectEvent) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glXSelectEvent);
    if (guest)
        guest(dpy, draw, event_mask);
}

VMGL_ENTRY GLXContext glXCreateContextAttribsARB(Display *dpy, GLXFBConfig config, GLXContext share_context, Bool direct, const int *attrib_list)
{
    __typeof__(&glXCreateContextAttribsARB) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glXCreateContextAttribsARB);
    return guest ? guest(dpy, config, share_context, direct, attrib_list) : 0;
}

VMGL_ENTRY void glXSwapIntervalEXT(Display *dpy, GLXDrawable drawable, int interval)
{
    __typeof__(&glXSwapIntervalEXT) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glXSwapIntervalEXT);
    if (guest)
        guest(dpy, drawable, interval);
}

VMGL_ENTRY int glXSwapIntervalMESA(unsigned int interval)
{
    __typeof__(&glXSwapIntervalMESA) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glXSwapIntervalMESA);
    return guest ? guest(interval) : 0;
}

VMGL_ENTRY int glXGetSwapIntervalMESA(void)
{
    __typeof__(&glXGetSwapIntervalMESA) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glXGetSwapIntervalMESA);
    return guest ? guest() : 0;
}

VMGL_ENTRY int glXSwapIntervalSGI(int interval)
{
    __typeof__(&glXSwapIntervalSGI) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glXSwapIntervalSGI);
    return guest ? guest(interval) : 0;
}

VMGL_ENTRY int glXGetVideoSyncSGI(unsigned int *count)
{
    __typeof__(&glXGetVideoSyncSGI) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glXGetVideoSyncSGI);
    return guest ? guest(count) : 0;
}

VMGL_ENTRY int glXWaitVideoSyncSGI(int divisor, int remainder, unsigned int *count)
{
    __typeof__(&glXWaitVideoSyncSGI) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glXWaitVideoSyncSGI);
    return guest ? guest(divisor, remainder, count) : 0;
}

VMGL_ENTRY Bool glXGetSyncValuesOML(Display *dpy, GLXDrawable drawable, int64_t *ust, int64_t *msc, int64_t *sbc)
{
    __typeof__(&glXGetSyncValuesOML) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glXGetSyncValuesOML);
    return guest ? guest(dpy, drawable, ust, msc, sbc) : 0;
}

VMGL_ENTRY Bool glXGetMscRateOML(Display *dpy, GLXDrawable drawable, int32_t *numerator, int32_t *denominator)
{
    __typeof__(&glXGetMscRateOML) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glXGetMscRateOML);
    return guest ? guest(dpy, drawable, numerator, denominator) : 0;
}

VMGL_ENTRY int64_t glXSwapBuffersMscOML(Display *dpy, GLXDrawable drawable, int64_t target_msc, int64_t divisor, int64_t remainder)
{
    __typeof__(&glXSwapBuffersMscOML) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glXSwapBuffersMscOML);
    return guest ? guest(dpy, drawable, target_msc, divisor, remainder) : 0;
}

VMGL_ENTRY Bool glXWaitForMscOML(Display *dpy, GLXDrawable drawable, int64_t target_msc, int64_t divisor, int64_t remainder, int64_t *ust, int64_t *msc, int64_t *sbc)
{
    __typeof__(&glXWaitForMscOML) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glXWaitForMscOML);
    return guest ? guest(dpy, drawable, target_msc, divisor, remainder, ust, msc, sbc) : 0;
}

VMGL_ENTRY Bool glXWaitForSbcOML(Display *dpy, GLXDrawable drawable, int64_t target_sbc, int64_t *ust, int64_t *msc, int64_t *sbc)
{
    __typeof__(&glXWaitForSbcOML) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glXWaitForSbcOML);
    return guest ? guest(dpy, drawable, target_sbc, ust, msc, sbc) : 0;
}
