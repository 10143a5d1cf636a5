/* A scene is a small GL program with a single correct picture. The same binary runs natively and forwarded; pictures and
 * standard output must be equal. */
#ifndef VMGL_SCENE_H
#define VMGL_SCENE_H

#define GL_GLEXT_PROTOTYPES 1
#include <GL/gl.h>
#include <GL/glext.h>
#include <GL/glx.h>
#include <X11/Xlib.h>
#include <stdnoreturn.h>

/* A window and the context that is current on it. */
struct stage {
    Display *display;
    Window window;
    GLXContext context;
    int width, height; /* pixels */
};

/* The options of a scene's run. */
struct request {
    const char *ppm; /* the file for the picture */
    int frames;      /* the number of frames to draw; the last one is the picture */
    int in_pbuffer;  /* whether a scene that only draws uses a pbuffer instead of a window */
    int x;           /* the window's distance from the left, in pixels, for a scene that only draws */
    int hold;        /* whether a scene that only draws stays open and draws its next frame at each key or button;
                        or whether a storm stops itself, early and late, so that its resources can be counted */
};

struct scene {
    const char *name;
    int width, height; /* of the window, pixels */

    /* Draws one frame to a double-buffered window with depth, stencil and accumulation buffers; main does the rest. */
    void (*draw)(const struct stage *stage, int frame);

    /* For scenes about windows and contexts, instead of draw: does everything itself. */
    void (*run)(const struct scene *scene, const struct request *request);
};

/* The groups, each terminated by a scene without a name. */
extern const struct scene geometry_scenes[];
extern const struct scene fragment_scenes[];
extern const struct scene state_scenes[];
extern const struct scene light_scenes[];
extern const struct scene list_scenes[];
extern const struct scene evaluator_scenes[];
extern const struct scene program_scenes[];
extern const struct scene answer_scenes[];
extern const struct scene question_scenes[];
extern const struct scene image_scenes[];
extern const struct scene once_scenes[];
extern const struct scene array_scenes[];
extern const struct scene window_scenes[];
extern const struct scene storm_scenes[];
extern const struct scene shader_scenes[];
extern const struct scene object_scenes[];
extern const struct scene interface_scenes[];
extern const struct scene relinking_scenes[];
extern const struct scene completeness_scenes[];
extern const struct scene error_scenes[];
extern const struct scene font_scenes[];
extern const struct scene process_scenes[];
extern const struct scene timing_scenes[];

/* The default attributes, as a list for glXChooseVisual. */
extern const int stage_usual[];

/* Opens and maps a window at x, 0 and makes a new context current on it. Exits on failure. */
void stage_open(struct stage *stage, Display *display, const struct scene *scene, int x, const int *attributes);

/* Opens only the window, for scenes that create contexts themselves. */
Window stage_window(Display *display, const XVisualInfo *visual, int x, int width, int height);

/* Opens DISPLAY. Exits on failure. */
Display *stage_display(void);

/* Swaps, and waits until the X server has received the picture. */
void stage_show(const struct stage *stage);

/* Waits until the X server has received everything drawn so far. */
void stage_settle(void);

/* Prints what is shown to standard output, and at each key or button draws another frame and prints the event. Returns at Escape,
 * or when the window is closed. */
void stage_hold(const struct stage *stage, const struct scene *scene, const struct request *request);

/* Releases and destroys the context, the window and the connection. */
void stage_close(struct stage *stage);

/* Writes the windows' contents, one below the other, as a binary PPM. The windows must have the same width. */
void picture_save(const char *path, Display *display, const Window *windows, int count);

/* The same four functions for scenes in a pbuffer, whose XID replaces the stage's window; the picture is the front buffer. */
void pbuffer_open(struct stage *stage, Display *display, const struct scene *scene);
void pbuffer_show(const struct stage *stage);
void pbuffer_save(const char *path, const struct stage *stage);
void pbuffer_close(struct stage *stage);

/* Restricts drawing to cell `index` of a grid over the whole window, with coordinates from -2 to 2. */
void cell(const struct stage *stage, int index, int columns, int rows);

/* Draws to the whole window again, with identity matrices and coordinates from -1 to 1. */
void whole(const struct stage *stage);

/* Sets a colour that differs from those of neighbouring indices, so that cells can be distinguished. */
void pick_color(int index);

/* Prints "name: what" to standard error and exits with status 1. */
noreturn void fail(const char *name, const char *what);

#endif
