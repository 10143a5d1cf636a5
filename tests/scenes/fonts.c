/* Text by glXUseXFont (GLX 1.4 section 3.3.9): the X server's own bitmap font, as display lists. */
#include "scene.h"

#include <X11/Xutil.h>
#include <stdio.h>
#include <string.h>

enum { first_character = 32, characters = 96 };

static void say(GLuint lists, float x, float y, const char *text)
{
    glRasterPos2f(x, y);
    glListBase(lists - first_character);
    glCallLists((GLsizei)strlen(text), GL_UNSIGNED_BYTE, text);
}

static void x_font(const struct stage *stage, int frame)
{
    (void)frame;
    XFontStruct *font = XLoadQueryFont(stage->display, "fixed");
    if (!font) {
        fail("x-font", "the X server has no font called fixed");
    }
    whole(stage);
    glClearColor(0.1f, 0.1f, 0.3f, 1);
    glClear(GL_COLOR_BUFFER_BIT);
    GLuint lists = glGenLists(characters);
    /* Modes that must not affect the bitmaps, and must be unchanged afterwards. */
    glPixelStorei(GL_UNPACK_LSB_FIRST, 1);
    glPixelStorei(GL_UNPACK_ROW_LENGTH, 77);
    glXUseXFont(font->fid, first_character, characters, (int)lists);
    GLint row_length = 0;
    GLint lsb_first = 0;
    glGetIntegerv(GL_UNPACK_ROW_LENGTH, &row_length);
    glGetIntegerv(GL_UNPACK_LSB_FIRST, &lsb_first);
    printf("%d %d\n", row_length, lsb_first);
    glColor3f(1, 1, 0.5f);
    say(lists, -0.9f, 0.5f, "The quick brown fox");
    say(lists, -0.9f, 0.0f, "jumps over: 0123456789");
    glColor3f(0.5f, 1, 1);
    say(lists, -0.9f, -0.5f, "{}[]()<>!@#$%^&*|~\\/");
    GLfloat position[4];
    glGetFloatv(GL_CURRENT_RASTER_POSITION, position);
    printf("%.1f %.1f, %d\n", (double)position[0], (double)position[1], glIsList(lists + 5));
    glPixelStorei(GL_UNPACK_LSB_FIRST, 0);
    glPixelStorei(GL_UNPACK_ROW_LENGTH, 0);
    /* Characters that are missing from the font still create lists. */
    glXUseXFont(font->fid, 0x7000, 1, (int)lists);
    printf("%d %x\n", glIsList(lists), glGetError());
    glDeleteLists(lists, characters);
    XFreeFont(stage->display, font);
}

const struct scene font_scenes[] = {
    { "x-font", 200, 90, x_font, NULL },
    { NULL, 0, 0, NULL, NULL },
};
