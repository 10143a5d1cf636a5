/* Display lists: nested, called with every type of name, redefined, deleted. */
#include "scene.h"

#include <stdio.h>

enum { letters = 8 };

static void clear(void)
{
    glClearColor(0.2f, 0.1f, 0.1f, 1);
    glClear(GL_COLOR_BUFFER_BIT);
}

/* Lists base..base+7: each draws a mark and advances the origin, like a font's glyphs. */
static void make_marks(GLuint base)
{
    for (int i = 0; i < letters; i++) {
        glNewList(base + (GLuint)i, GL_COMPILE);
        pick_color(i * 5);
        glBegin(i % 2 ? GL_TRIANGLES : GL_QUADS);
        glVertex2f(0, 0);
        glVertex2f(0.3f, 0);
        glVertex2f(0.3f, 0.1f * (float)(i + 1));
        if (i % 2 == 0) {
            glVertex2f(0, 0.4f);
        }
        glEnd();
        glTranslatef(0.4f, 0, 0);
        glEndList();
    }
}

static void call_row(int row, GLsizei count, GLenum type, const void *names)
{
    glPushMatrix();
    glTranslatef(-1.9f, 1.6f - 0.38f * (float)row, 0);
    glCallLists(count, type, names);
    glPopMatrix();
}

static void call_lists(const struct stage *stage, int frame)
{
    static const GLbyte bytes[5] = { 0, -1, 2, 3, 1 };
    static const GLubyte ubytes[9] = { 0, 1, 0, 2, 0, 3, 0, 0, 5 };
    static const GLshort shorts[4] = { 3, 2, -1, 0 };
    static const GLushort ushorts[4] = { 0, 1, 2, 6 };
    static const GLint ints[4] = { -1, 5, 4, 3 };
    static const GLuint uints[4] = { 6, 5, 4, 0xffffffff };
    static const GLfloat floats[4] = { 0.5f, 1.9f, 2, 5.2f };
    static const GLubyte packed3[6] = { 0, 0, 2, 0, 0, 4 };
    static const GLubyte packed4[8] = { 0, 0, 0, 1, 0, 0, 0, 5 };
    static GLuint base;
    clear();
    cell(stage, 0, 1, 1);
    if (frame == 0) {
        base = glGenLists(letters);
        make_marks(base);
    }
    glListBase(base + 1);
    call_row(0, 5, GL_BYTE, bytes);
    call_row(1, 5, GL_UNSIGNED_BYTE, ubytes);
    call_row(2, 4, GL_SHORT, shorts);
    call_row(3, 4, GL_UNSIGNED_SHORT, ushorts);
    call_row(4, 4, GL_INT, ints);
    call_row(5, 4, GL_UNSIGNED_INT, uints);
    call_row(6, 4, GL_FLOAT, floats);
    call_row(7, 4, GL_2_BYTES, ubytes);
    call_row(8, 2, GL_3_BYTES, packed3);
    call_row(9, 2, GL_4_BYTES, packed4);
    glListBase(0);
}

static void nested(const struct stage *stage, int frame)
{
    clear();
    whole(stage);
    GLuint first = glGenLists(10);
    glNewList(first, GL_COMPILE);
    glRectf(-0.1f, -0.1f, 0.1f, 0.1f);
    glEndList();
    for (GLuint i = 1; i < 10; i++) {
        glNewList(first + i, i % 2 ? GL_COMPILE : GL_COMPILE_AND_EXECUTE);
        pick_color((int)i + frame);
        glPushMatrix();
        glTranslatef(0.3f, i % 3 ? 0.2f : -0.4f, 0);
        glRotatef(50, 0, 0, 1);
        glScalef(0.9f, 0.9f, 1);
        glCallList(first + i - 1);
        glPopMatrix();
        glCallList(first + 77); /* never defined: ignored */
        glEndList();
    }
    glCallList(first + 9);
    glNewList(first, GL_COMPILE); /* redefined: the lists that call it change */
    glRectf(-0.3f, -0.02f, 0.3f, 0.02f);
    glEndList();
    glPushMatrix();
    glScalef(-1, -1, 1);
    glCallList(first + 9);
    glPopMatrix();
    glDeleteLists(first, 10);
}

static void names(const struct stage *stage, int frame)
{
    clear();
    whole(stage);
    GLuint two = glGenLists(2);
    printf("gen %d empty %d", two != 0, glIsList(two));
    glNewList(two, GL_COMPILE);
    glColor3f(0, 1, 0);
    glEndList();
    printf(" full %d second %d", glIsList(two), glIsList(two + 1));
    glNewList(4000, GL_COMPILE); /* a name that was not generated */
    glRectf(-0.5f, -0.5f, 0.5f, 0.5f);
    glEndList();
    glCallList(two);
    glCallList(4000);
    glDeleteLists(two, 2);
    GLint base = 0;
    glListBase(123);
    glGetIntegerv(GL_LIST_BASE, &base);
    glListBase(0);
    printf(" made up %d deleted %d base %d zero %d frame %d\n", glIsList(4000), glIsList(two), base, glGenLists(0) == 0, frame);
    glDeleteLists(4000, 1);
}

const struct scene list_scenes[] = {
    { "call-lists", 160, 160, call_lists, NULL },
    { "nested-lists", 160, 160, nested, NULL },
    { "list-names", 64, 64, names, NULL },
    { NULL, 0, 0, NULL, NULL },
};
