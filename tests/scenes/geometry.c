/* Immediate mode: every primitive, and every form of the vertex, colour, normal and rectangle commands. */
#include "scene.h"

static void clear(void)
{
    glClearColor(0.1f, 0.1f, 0.2f, 1);
    glClear(GL_COLOR_BUFFER_BIT | GL_DEPTH_BUFFER_BIT);
}

static const GLfloat ring[12][2] = {
    { -1.5f, -1.5f }, { -1.6f, 0.2f }, { -0.9f, -1.1f }, { -0.7f, 0.9f }, { -0.1f, -1.6f }, { 0.1f, 1.4f },
    { 0.6f, -1.2f },  { 0.8f, 0.7f },  { 1.2f, -1.4f },  { 1.4f, 1.1f },  { 1.6f, -0.6f },  { 1.7f, 1.6f },
};

/* Fans and polygons need their corners in order. */
static const int turn[12] = { 0, 2, 4, 6, 8, 10, 11, 9, 7, 5, 3, 1 };

static void primitives(const struct stage *stage, int frame)
{
    clear();
    for (int mode = GL_POINTS; mode <= GL_POLYGON; mode++) {
        cell(stage, mode, 4, 3);
        glRotatef((float)frame * 5, 0, 0, 1);
        glPointSize(3);
        glBegin((GLenum)mode);
        for (int i = 0; i < 12; i++) {
            pick_color(i);
            int round = mode == GL_TRIANGLE_FAN || mode == GL_POLYGON || mode == GL_LINE_LOOP || mode == GL_QUADS;
            glVertex2fv(ring[round ? turn[i] : i]);
        }
        glEnd();
    }
}

/* One triangle in every form of a type: 2, 3 and 4 coordinates, by value and by pointer. */
#define TRIANGLES(S, T)                                                                                                \
    do {                                                                                                               \
        static const T corners[3][4] = { { -1, -1, 0, 1 }, { 1, -1, 0, 1 }, { 0, 1, 0, 1 } };                          \
        for (int form = 0; form < 6; form++) {                                                                         \
            cell(stage, at++, 6, 4);                                                                                   \
            pick_color(at);                                                                                            \
            glBegin(GL_TRIANGLES);                                                                                     \
            for (int i = 0; i < 3; i++) {                                                                              \
                const T *c = corners[i];                                                                               \
                switch (form) {                                                                                        \
                case 0: glVertex2##S(c[0], c[1]); break;                                                               \
                case 1: glVertex2##S##v(c); break;                                                                     \
                case 2: glVertex3##S(c[0], c[1], c[2]); break;                                                         \
                case 3: glVertex3##S##v(c); break;                                                                     \
                case 4: glVertex4##S(c[0], c[1], c[2], c[3]); break;                                                   \
                default: glVertex4##S##v(c); break;                                                                    \
                }                                                                                                      \
            }                                                                                                          \
            glEnd();                                                                                                   \
        }                                                                                                              \
    } while (0)

static void vertex_forms(const struct stage *stage, int frame)
{
    (void)frame;
    clear();
    int at = 0;
    TRIANGLES(s, GLshort);
    TRIANGLES(i, GLint);
    TRIANGLES(f, GLfloat);
    TRIANGLES(d, GLdouble);
}

static void square(const struct stage *stage, int at)
{
    cell(stage, at, 8, 4);
    glRectf(-1.6f, -1.6f, 1.6f, 1.6f);
}

#define COLORS(S, T, ...)                                                                                              \
    do {                                                                                                               \
        static const T c[4] = { __VA_ARGS__ };                                                                         \
        glColor3##S(c[0], c[1], c[2]);                                                                                 \
        square(stage, at++);                                                                                           \
        glColor3##S##v(c + 1);                                                                                         \
        square(stage, at++);                                                                                           \
        glColor4##S(c[2], c[0], c[1], c[3]);                                                                           \
        square(stage, at++);                                                                                           \
        glColor4##S##v(c);                                                                                             \
        square(stage, at++);                                                                                           \
    } while (0)

static void color_forms(const struct stage *stage, int frame)
{
    (void)frame;
    clear();
    glEnable(GL_BLEND);
    glBlendFunc(GL_SRC_ALPHA, GL_ONE_MINUS_SRC_ALPHA);
    int at = 0;
    COLORS(b, GLbyte, 127, 60, 10, 90);
    COLORS(ub, GLubyte, 255, 20, 130, 180);
    COLORS(s, GLshort, 32767, 9000, 20000, 24000);
    COLORS(us, GLushort, 65535, 30000, 1000, 50000);
    COLORS(i, GLint, 2147483647, 1000000000, 300000000, 1500000000);
    COLORS(ui, GLuint, 4294967295u, 123456789, 3000000000u, 2900000000u);
    COLORS(f, GLfloat, 0.9f, 0.35f, 1.5f, 0.6f);
    COLORS(d, GLdouble, 0.15, 0.95, -0.5, 0.8);
    glDisable(GL_BLEND);
}

#define NORMALS(S, T, FULL)                                                                                            \
    do {                                                                                                               \
        static const T n[3] = { (T)((FULL) / 2), (T)((FULL) / 4), (T)((FULL) / 2) };                                   \
        glNormal3##S(n[2], n[1], n[0]);                                                                                \
        square(stage, at++);                                                                                           \
        glNormal3##S##v(n);                                                                                            \
        square(stage, at++);                                                                                           \
    } while (0)

static void normal_forms(const struct stage *stage, int frame)
{
    (void)frame;
    clear();
    glEnable(GL_LIGHTING);
    glEnable(GL_LIGHT0);
    int at = 0;
    NORMALS(b, GLbyte, 127);
    NORMALS(s, GLshort, 20000);
    NORMALS(i, GLint, 2000000000);
    NORMALS(f, GLfloat, 0.8f);
    NORMALS(d, GLdouble, 1.2);
    glDisable(GL_LIGHTING);
}

#define RECTS(S, T)                                                                                                    \
    do {                                                                                                               \
        static const T low[2] = { -1, -1 }, high[2] = { 1, 2 };                                                        \
        cell(stage, at++, 4, 2);                                                                                       \
        pick_color(at);                                                                                                \
        glRect##S(-2, -1, 1, 1);                                                                                       \
        cell(stage, at++, 4, 2);                                                                                       \
        pick_color(at);                                                                                                \
        glRect##S##v(low, high);                                                                                       \
    } while (0)

static void rects(const struct stage *stage, int frame)
{
    (void)frame;
    clear();
    int at = 0;
    RECTS(s, GLshort);
    RECTS(i, GLint);
    RECTS(f, GLfloat);
    RECTS(d, GLdouble);
}

static void edge_flags(const struct stage *stage, int frame)
{
    clear();
    whole(stage);
    glPolygonMode(GL_FRONT_AND_BACK, GL_LINE);
    glBegin(GL_POLYGON);
    for (int i = 0; i < 12; i++) {
        static const GLboolean flags[2] = { GL_FALSE, GL_TRUE };
        if (i % 2) {
            glEdgeFlag(flags[(i + frame) % 3 == 0]);
        } else {
            glEdgeFlagv(&flags[i % 4 == 0]);
        }
        pick_color(i);
        glVertex2f(ring[turn[i]][0] / 2, ring[turn[i]][1] / 2);
    }
    glEnd();
    glEdgeFlag(GL_TRUE);
    glPolygonMode(GL_FRONT_AND_BACK, GL_FILL);
}

/* More vertices in one glBegin than fit into a batch. */
static void long_strip(const struct stage *stage, int frame)
{
    clear();
    whole(stage);
    glBegin(GL_TRIANGLE_STRIP);
    for (int i = 0; i < 30000; i++) {
        glColor3ub((GLubyte)(i / 120), (GLubyte)(i * 3), (GLubyte)(frame * 50));
        glVertex2f((float)i / 15000.0f - 1, i % 2 ? -0.8f : 0.8f);
    }
    glEnd();
}

const struct scene geometry_scenes[] = {
    { "primitives", 240, 180, primitives, NULL },
    { "vertex-forms", 240, 160, vertex_forms, NULL },
    { "color-forms", 240, 120, color_forms, NULL },
    { "normal-forms", 240, 120, normal_forms, NULL },
    { "rects", 160, 80, rects, NULL },
    { "edge-flags", 128, 128, edge_flags, NULL },
    { "long-strip", 200, 100, long_strip, NULL },
    { NULL, 0, 0, NULL, NULL },
};
