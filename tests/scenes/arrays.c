/* Vertex arrays and buffer objects: every command that describes them or draws from them. */
#include "scene.h"

#include <stdio.h>
#include <string.h>

struct corner {
    GLubyte color[4];
    GLfloat at[2];
};

static const struct corner fan[] = {
    { { 255, 255, 255, 255 }, { 0, 0 } },   { { 255, 0, 0, 255 }, { 0.4f, 0 } },   { { 255, 255, 0, 255 }, { 0.3f, 0.3f } },
    { { 0, 255, 0, 255 }, { 0, 0.4f } },    { { 0, 255, 255, 255 }, { -0.3f, 0.3f } }, { { 0, 0, 255, 255 }, { -0.4f, 0 } },
};
enum { corners = sizeof fan / sizeof *fan };

static void at(float x, float y)
{
    glLoadIdentity();
    glTranslatef(x, y, 0);
}

static void describe(const struct corner *base)
{
    glColorPointer(4, GL_UNSIGNED_BYTE, sizeof *base, base->color);
    glVertexPointer(2, GL_FLOAT, sizeof *base, base->at);
    glEnableClientState(GL_COLOR_ARRAY);
    glEnableClientState(GL_VERTEX_ARRAY);
}

static void client_arrays(const struct stage *stage, int frame)
{
    (void)frame;
    whole(stage);
    glMatrixMode(GL_MODELVIEW);
    glClear(GL_COLOR_BUFFER_BIT);
    describe(fan);
    at(-0.5f, -0.9f);
    glDrawArrays(GL_TRIANGLE_FAN, 0, corners);
    at(0.5f, -0.9f);
    glDrawArrays(GL_TRIANGLES, 1, 3);

    static const GLubyte bytes[] = { 0, 1, 2, 0, 3, 4 };
    static const GLushort shorts[] = { 5, 4, 0 };
    static const GLuint words[] = { 0, 1, 2, 2, 3, 0 };
    at(-0.5f, -0.4f);
    glDrawElements(GL_TRIANGLES, 6, GL_UNSIGNED_BYTE, bytes);
    glDrawRangeElements(GL_TRIANGLES, 0, 5, 3, GL_UNSIGNED_SHORT, shorts);
    at(0.5f, -0.4f);
    glDrawElements(GL_TRIANGLES, 6, GL_UNSIGNED_INT, words);

    static const GLint firsts[] = { 0, 3 };
    static const GLsizei counts[] = { 3, 3 };
    at(-0.5f, 0.1f);
    glMultiDrawArrays(GL_TRIANGLES, firsts, counts, 2);
    const GLvoid *both[] = { bytes, bytes + 3 };
    at(0.5f, 0.1f);
    glMultiDrawElements(GL_TRIANGLES, counts, GL_UNSIGNED_BYTE, both, 2);

    glPushClientAttrib(GL_CLIENT_VERTEX_ARRAY_BIT);
    static const GLshort plain[] = { 0, 0, 1, 0, 1, 1, 0, 1 };
    glDisableClientState(GL_COLOR_ARRAY);
    glVertexPointer(2, GL_SHORT, 0, plain);
    glColor3f(0.5f, 0.5f, 1);
    at(-0.9f, 0.55f);
    glScalef(0.3f, 0.3f, 1);
    glDrawArrays(GL_QUADS, 0, 4);
    glPopClientAttrib();
    at(0.1f, 0.55f);
    glBegin(GL_POLYGON);
    for (int i = 0; i < corners; i++) {
        glArrayElement(i);
    }
    glEnd();

    static const GLfloat interleaved[] = { 1, 0, 0, 0, 0, 0, 0, 1, 0, 0.3f, 0, 0, 0, 0, 1, 0, 0.3f, 0 }; /* C3F_V3F */
    glInterleavedArrays(GL_C3F_V3F, 0, interleaved);
    at(0.6f, 0.55f);
    glDrawArrays(GL_TRIANGLES, 0, 3);
    GLint size = 0, type = 0, stride = 0;
    glGetIntegerv(GL_COLOR_ARRAY_SIZE, &size);
    glGetIntegerv(GL_COLOR_ARRAY_TYPE, &type);
    glGetIntegerv(GL_COLOR_ARRAY_STRIDE, &stride);
    GLvoid *pointer = NULL;
    glGetPointerv(GL_VERTEX_ARRAY_POINTER, &pointer);
    printf("colours: %d of 0x%x every %d; vertices %s; enabled %d\n", size, type, stride,
           pointer == (const GLvoid *)(interleaved + 3) ? "where they are" : "elsewhere", glIsEnabled(GL_VERTEX_ARRAY));
}

/* The arrays are read when the list is compiled: later changes have no effect. */
static void arrays_in_lists(const struct stage *stage, int frame)
{
    (void)frame;
    whole(stage);
    glClear(GL_COLOR_BUFFER_BIT);
    struct corner copy[corners];
    memcpy(copy, fan, sizeof fan);
    describe(copy);
    glNewList(7, GL_COMPILE);
    glDrawArrays(GL_TRIANGLE_FAN, 0, corners);
    glEndList();
    memset(copy, 0, sizeof copy);
    glCallList(7);
}

static void buffer_objects(const struct stage *stage, int frame)
{
    (void)frame;
    whole(stage);
    glMatrixMode(GL_MODELVIEW);
    glClear(GL_COLOR_BUFFER_BIT);
    GLuint names[2];
    glGenBuffers(2, names);
    glBindBuffer(GL_ARRAY_BUFFER, names[0]);
    glBufferData(GL_ARRAY_BUFFER, sizeof fan, NULL, GL_STATIC_DRAW);
    void *mapped = glMapBuffer(GL_ARRAY_BUFFER, GL_WRITE_ONLY);
    memcpy(mapped, fan, sizeof fan);
    glUnmapBuffer(GL_ARRAY_BUFFER);
    describe(NULL);
    at(-0.5f, -0.8f);
    glDrawArrays(GL_TRIANGLE_FAN, 0, corners);

    static const GLushort indices[] = { 9, 9, 0, 1, 2, 0, 4, 5 };
    glBindBuffer(GL_ELEMENT_ARRAY_BUFFER, names[1]);
    glBufferData(GL_ELEMENT_ARRAY_BUFFER, sizeof indices, indices, GL_STATIC_DRAW);
    at(0.5f, -0.8f);
    glDrawElements(GL_TRIANGLES, 6, GL_UNSIGNED_SHORT, (const GLvoid *)4);

    static const GLubyte white[4] = { 255, 255, 255, 255 };
    glBufferSubData(GL_ARRAY_BUFFER, (GLintptr)sizeof(struct corner), sizeof white, white);
    at(-0.5f, 0);
    glDrawArrays(GL_TRIANGLE_FAN, 0, corners);

    /* Vertices from memory, colours and indices from buffers. */
    static const GLfloat vertices[] = { 0, 0, 0.4f, 0, 0.3f, 0.5f, 0, 0.4f, -0.3f, 0.3f, -0.4f, 0 };
    glBindBuffer(GL_ARRAY_BUFFER, 0);
    glVertexPointer(2, GL_FLOAT, 0, vertices);
    at(0.5f, 0);
    glDrawElements(GL_TRIANGLES, 6, GL_UNSIGNED_SHORT, (const GLvoid *)4);

    glBindBuffer(GL_ARRAY_BUFFER, names[0]);
    struct corner back[2];
    GLint bytes = 0, is_mapped = 9;
    glGetBufferSubData(GL_ARRAY_BUFFER, 0, sizeof back, back);
    glGetBufferParameteriv(GL_ARRAY_BUFFER, GL_BUFFER_SIZE, &bytes);
    glGetBufferParameteriv(GL_ARRAY_BUFFER, GL_BUFFER_MAPPED, &is_mapped);
    printf("buffer of %d: second colour %d %d, mapped %d, names %d %d\n", bytes, back[1].color[1], back[1].color[2], is_mapped,
           glIsBuffer(names[0]), glIsBuffer(4711));
    glBufferSubData(GL_ARRAY_BUFFER, (GLintptr)sizeof fan - 2, 4, white);
    printf("beyond the end: 0x%x\n", glGetError());
    glDeleteBuffers(2, names);
}

const struct scene array_scenes[] = {
    { "client-arrays", 140, 140, client_arrays, NULL },
    { "arrays-in-lists", 80, 80, arrays_in_lists, NULL },
    { "buffer-objects", 140, 120, buffer_objects, NULL },
    { NULL, 0, 0, NULL, NULL },
};
