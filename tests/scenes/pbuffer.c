/* Scenes in a GLX pbuffer, for hosts that cannot draw into windows. */
#include "scene.h"

#include <stdio.h>
#include <stdlib.h>

static GLXFBConfig choose(Display *display, const struct scene *scene)
{
    const int wanted[] = {
        GLX_DRAWABLE_TYPE, GLX_PBUFFER_BIT, GLX_DOUBLEBUFFER, True, GLX_RED_SIZE, 8, GLX_GREEN_SIZE, 8, GLX_BLUE_SIZE, 8,
        GLX_DEPTH_SIZE, 24, GLX_STENCIL_SIZE, 8, GLX_ACCUM_RED_SIZE, 8, None,
    };
    int count = 0;
    GLXFBConfig *configs = glXChooseFBConfig(display, DefaultScreen(display), wanted, &count);
    if (count == 0) {
        fail(scene->name, "no FBConfig fits");
    }
    GLXFBConfig best = configs[0];
    XFree(configs);
    return best;
}

void pbuffer_open(struct stage *stage, Display *display, const struct scene *scene)
{
    GLXFBConfig config = choose(display, scene);
    const int size[] = { GLX_PBUFFER_WIDTH, scene->width, GLX_PBUFFER_HEIGHT, scene->height, GLX_PRESERVED_CONTENTS, True, None };
    stage->display = display;
    stage->width = scene->width;
    stage->height = scene->height;
    stage->window = glXCreatePbuffer(display, config, size);
    stage->context = glXCreateNewContext(display, config, GLX_RGBA_TYPE, NULL, True);
    if (!stage->window || !stage->context || !glXMakeContextCurrent(display, stage->window, stage->window, stage->context)) {
        fail(scene->name, "no pbuffer");
    }
}

void pbuffer_show(const struct stage *stage)
{
    glXSwapBuffers(stage->display, stage->window);
    glFinish();
}

/* Saves the front buffer, read in a context of its own so that the scene's state has no effect. */
void pbuffer_save(const char *path, const struct stage *stage)
{
    int width = stage->width;
    unsigned char *pixels = malloc((size_t)(width * stage->height) * 4);
    FILE *file = fopen(path, "wb");
    if (!pixels || !file) {
        fail(path, "cannot be written");
    }
    glXMakeContextCurrent(stage->display, None, None, NULL);
    GLXContext plain = glXCreateNewContext(stage->display, choose(stage->display, &(struct scene){ .name = "picture" }), GLX_RGBA_TYPE, NULL, True);
    glXMakeContextCurrent(stage->display, stage->window, stage->window, plain);
    glReadBuffer(GL_FRONT);
    glReadPixels(0, 0, width, stage->height, GL_RGBA, GL_UNSIGNED_BYTE, pixels);
    fprintf(file, "P6\n%d %d\n255\n", width, stage->height);
    for (int y = stage->height - 1; y >= 0; y--) {
        for (int x = 0; x < width; x++) {
            fwrite(pixels + (size_t)(y * width + x) * 4, 1, 3, file);
        }
    }
    free(pixels);
    if (fclose(file) != 0) {
        fail(path, "cannot be written");
    }
    glXMakeContextCurrent(stage->display, None, None, NULL);
    glXDestroyContext(stage->display, plain);
}

void pbuffer_close(struct stage *stage)
{
    glXDestroyContext(stage->display, stage->context);
    glXDestroyPbuffer(stage->display, stage->window);
    XCloseDisplay(stage->display);
}
