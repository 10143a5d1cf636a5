/* A scene that stays on the screen and reacts to input, for tests that watch it through another connection. */
#include "scene.h"

#include <X11/Xutil.h>
#include <X11/keysym.h>
#include <stdio.h>

/* Prints a line for the test that started the program. */
static void report_event(const char *event, const char *detail, int frame)
{
    printf("%s %s: frame %d\n", event, detail, frame);
    fflush(stdout);
}

static void draw(const struct stage *stage, const struct scene *scene, const struct request *request, int frame)
{
    scene->draw(stage, frame);
    stage_show(stage);
    picture_save(request->ppm, stage->display, &stage->window, 1);
}

void stage_hold(const struct stage *stage, const struct scene *scene, const struct request *request)
{
    XSelectInput(stage->display, stage->window, KeyPressMask | ButtonPressMask | StructureNotifyMask);
    Atom protocols = XInternAtom(stage->display, "WM_PROTOCOLS", False);
    Atom delete_window = XInternAtom(stage->display, "WM_DELETE_WINDOW", False);
    XSetWMProtocols(stage->display, stage->window, &delete_window, 1);
    XSync(stage->display, False);
    int frame = request->frames - 1;
    report_event("shown", scene->name, frame);
    for (;;) {
        XEvent event;
        XNextEvent(stage->display, &event);
        if (event.type == KeyPress) {
            KeySym key = XLookupKeysym(&event.xkey, 0);
            if (key == XK_Escape) {
                return;
            }
            draw(stage, scene, request, ++frame);
            report_event("key", XKeysymToString(key), frame);
        } else if (event.type == ButtonPress) {
            char place[32];
            snprintf(place, sizeof place, "%d at %d,%d", (int)event.xbutton.button, event.xbutton.x, event.xbutton.y);
            draw(stage, scene, request, ++frame);
            report_event("button", place, frame);
        } else if (event.type == ClientMessage && event.xclient.message_type == protocols
                   && (Atom)event.xclient.data.l[0] == delete_window) {
            report_event("closed", scene->name, frame);
            return;
        }
    }
}
