/* A scene is a small GL program with one right picture. The same binary runs natively and forwarded; pictures and
 * standard output must be equal. */
#ifndef VMGL_SCENE_H
#define VMGL_SCENE_H

#define GL_GLEXT_PROTOTYPES 1
#include <GL/gl.h>
#include <GL/glext.h>
#include <GL/glx.h>
#include <X11/Xlib.h>
#include <stdnoreturn.h>

/* A window with a context that is current in it. */
struct stage {
    Display *display;
    Window window;
    GLXContext context;
    int width, height; /* pixels */
};

/* How a scene was asked to run. */
struct request {
    const char *ppm; /* file that the picture goes to */
    int frames;      /* how many to draw; the last one is the picture */
    int in_pbuffer;  /* whether a scene that only draws does so in a pbuffer instead of a window */
    int x;           /* where a scene that only draws has its window, pixels from the left */
    int hold;        /* whether a scene that only draws stays, and draws its next frame at each key or button;
                        or a storm stops itself, early and late, for somebody to count what it holds */
};

struct scene {
    const char *name;
    int width, height; /* of the window, pixels */

    /* Draws one frame into a double-buffered window with depth, stencil and accumulation buffers; main does the rest. */
    void (*draw)(const struct stage *stage, int frame);

    /* Or, for scenes about windows and contexts: does everything itself. */
    void (*run)(const struct scene *scene, const struct request *request);
};

/* The groups, each ended by a scene without a name. */
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

/* What scenes get unless they ask for something else, as glXChooseVisual wants it. */
extern const int stage_usual[];

/* Opens a mapped window at x, 0 with a new context that is current. Ends the program when that fails. */
void stage_open(struct stage *stage, Display *display, const struct scene *scene, int x, const int *attributes);

/* Only the window: for scenes that make contexts their own way. */
Window stage_window(Display *display, const XVisualInfo *visual, int x, int width, int height);

/* Opens DISPLAY or ends the program. */
Display *stage_display(void);

/* Swaps, and waits until the X server has the picture. */
void stage_show(const struct stage *stage);

/* Waits until the X server has everything drawn so far. */
void stage_settle(void);

/* Says what is shown on standard output, and at each key or button draws one frame more and says so; until the key Escape,
 * or until somebody closes its window. */
void stage_hold(const struct stage *stage, const struct scene *scene, const struct request *request);

/* Releases and destroys the context, the window and the connection. */
void stage_close(struct stage *stage);

/* Writes the windows' contents, one below the other, as a binary PPM. They must be equally wide. */
void picture_save(const char *path, Display *display, const Window *windows, int count);

/* The same four for scenes in a pbuffer, whose XID is then the stage's window; the picture is the front buffer. */
void pbuffer_open(struct stage *stage, Display *display, const struct scene *scene);
void pbuffer_show(const struct stage *stage);
void pbuffer_save(const char *path, const struct stage *stage);
void pbuffer_close(struct stage *stage);

/* Limits drawing to cell `index` of a grid over the whole window, and sets up coordinates -2..2 in it. */
void cell(const struct stage *stage, int index, int columns, int rows);

/* Whole window again, identity matrices, coordinates -1..1. */
void whole(const struct stage *stage);

/* A colour that differs between neighbours: scenes need to tell cells apart. */
void pick_color(int index);

/* Prints "name: what" on standard error and exits with 1. */
noreturn void fail(const char *name, const char *what);

#endif
