/* Reads windows back as another X client would, and writes a PPM. */
#include "scene.h"

#include <X11/Xutil.h>
#include <stdio.h>

static XImage *grab(Display *display, Window window)
{
    XWindowAttributes attributes;
    if (!XGetWindowAttributes(display, window, &attributes)) {
        fail("picture", "the window is gone");
    }
    XImage *image = XGetImage(display, window, 0, 0, (unsigned)attributes.width, (unsigned)attributes.height, AllPlanes,
                              ZPixmap);
    if (!image) {
        fail("picture", "XGetImage failed");
    }
    return image;
}

static void put_pixels(FILE *file, XImage *image)
{
    for (int y = 0; y < image->height; y++) {
        for (int x = 0; x < image->width; x++) {
            unsigned long pixel = XGetPixel(image, x, y);
            fputc((int)(pixel >> 16 & 0xff), file);
            fputc((int)(pixel >> 8 & 0xff), file);
            fputc((int)(pixel & 0xff), file);
        }
    }
}

void picture_save(const char *path, Display *display, const Window *windows, int count)
{
    enum { most = 4 };
    XImage *images[most] = { NULL };
    int height = 0;
    for (int i = 0; i < count && i < most; i++) {
        images[i] = grab(display, windows[i]);
        height += images[i]->height;
    }

    FILE *file = fopen(path, "wb");
    if (!file) {
        fail(path, "cannot be written");
    }
    fprintf(file, "P6\n%d %d\n255\n", images[0]->width, height);
    for (int i = 0; i < count && i < most; i++) {
        put_pixels(file, images[i]);
        XDestroyImage(images[i]);
    }
    if (fclose(file) != 0) {
        fail(path, "cannot be written");
    }
}
