/* A scene that stays on the screen and listens: for those who watch it from elsewhere. */
#include "scene.h"

#include <X11/Xutil.h>
#include <X11/keysym.h>
#include <stdio.h>

/* A line for whoever started the program. */
static void say(const char *what, const char *detail, int frame)
{
    printf("%s %s: frame %d\n", what, detail, frame);
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
    say("shown", scene->name, frame);
    for (;;) {
        XEvent event;
        XNextEvent(stage->display, &event);
        if (event.type == KeyPress) {
            KeySym key = XLookupKeysym(&event.xkey, 0);
            if (key == XK_Escape) {
                return;
            }
            draw(stage, scene, request, ++frame);
            say("key", XKeysymToString(key), frame);
        } else if (event.type == ButtonPress) {
            char place[32];
            snprintf(place, sizeof place, "%d at %d,%d", (int)event.xbutton.button, event.xbutton.x, event.xbutton.y);
            draw(stage, scene, request, ++frame);
            say("button", place, frame);
        } else if (event.type == ClientMessage && event.xclient.message_type == protocols
                   && (Atom)event.xclient.data.l[0] == delete_window) {
            say("closed", scene->name, frame);
            return;
        }
    }
}
