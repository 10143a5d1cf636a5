/* Transformation, clipping, rasterisation and the stacks. */
#include "scene.h"

static void clear(void)
{
    glClearColor(0.05f, 0.05f, 0.15f, 1);
    glClear(GL_COLOR_BUFFER_BIT | GL_DEPTH_BUFFER_BIT);
}

/* A cube with six different sides. */
static void cube(void)
{
    static const GLbyte corners[6][4][3] = {
        { { -1, -1, 1 }, { 1, -1, 1 }, { 1, 1, 1 }, { -1, 1, 1 } },
        { { -1, -1, -1 }, { -1, 1, -1 }, { 1, 1, -1 }, { 1, -1, -1 } },
        { { 1, -1, -1 }, { 1, 1, -1 }, { 1, 1, 1 }, { 1, -1, 1 } },
        { { -1, -1, -1 }, { -1, -1, 1 }, { -1, 1, 1 }, { -1, 1, -1 } },
        { { -1, 1, -1 }, { -1, 1, 1 }, { 1, 1, 1 }, { 1, 1, -1 } },
        { { -1, -1, -1 }, { 1, -1, -1 }, { 1, -1, 1 }, { -1, -1, 1 } },
    };
    glBegin(GL_QUADS);
    for (int side = 0; side < 6; side++) {
        pick_color(side * 3);
        for (int i = 0; i < 4; i++) {
            const GLbyte *c = corners[side][i];
            glVertex3s(c[0], c[1], c[2]);
        }
    }
    glEnd();
}

static void clip_planes(const struct stage *stage, int frame)
{
    static const GLdouble planes[4][4] = { { 1, 0, 0, 0.5 }, { -1, -1, 0, 1.2 }, { 0, 1, 0.5, 0.7 }, { 0, 0, -1, 0.9 } };
    clear();
    glEnable(GL_DEPTH_TEST);
    for (int i = 0; i < 6; i++) {
        cell(stage, i, 3, 2);
        glRotatef(30 + (float)frame * 10, 1, 1, 0);
        for (int plane = 0; plane < 4 && plane < i; plane++) {
            glClipPlane((GLenum)(GL_CLIP_PLANE0 + plane), planes[plane]);
            glEnable((GLenum)(GL_CLIP_PLANE0 + plane));
        }
        cube();
    }
    for (int plane = 0; plane < 4; plane++) {
        glDisable((GLenum)(GL_CLIP_PLANE0 + plane));
    }
    glDisable(GL_DEPTH_TEST);
}

static void polygon_modes(const struct stage *stage, int frame)
{
    static const GLenum modes[3] = { GL_POINT, GL_LINE, GL_FILL };
    clear();
    glEnable(GL_CULL_FACE);
    glPointSize(2);
    for (int i = 0; i < 12; i++) {
        cell(stage, i, 4, 3);
        glRotatef(25 + (float)frame * 7, 1, 2, 0);
        glFrontFace(i % 2 ? GL_CW : GL_CCW);
        glCullFace(i % 4 < 2 ? GL_BACK : GL_FRONT);
        glPolygonMode(GL_FRONT, modes[i % 3]);
        glPolygonMode(GL_BACK, modes[i / 3 % 3]);
        cube();
    }
    glPolygonMode(GL_FRONT_AND_BACK, GL_FILL);
    glFrontFace(GL_CCW);
    glCullFace(GL_BACK);
    glDisable(GL_CULL_FACE);
}

static void polygon_offset(const struct stage *stage, int frame)
{
    clear();
    glEnable(GL_DEPTH_TEST);
    for (int i = 0; i < 4; i++) {
        cell(stage, i, 2, 2);
        glRotatef(40, 1, 1, 0);
        cube();
        glEnable(GL_POLYGON_OFFSET_FILL);
        glPolygonOffset((float)(i - 2) * 1.5f, (float)(frame - 1) * 4);
        glColor3f(1, 1, 1);
        glBegin(GL_TRIANGLES);
        glVertex3i(-1, -1, 1);
        glVertex3i(1, -1, 1);
        glVertex3i(0, 1, 1);
        glEnd();
        glDisable(GL_POLYGON_OFFSET_FILL);
    }
    glDisable(GL_DEPTH_TEST);
}

static void lines(const struct stage *stage, int frame)
{
    clear();
    glEnable(GL_LINE_STIPPLE);
    for (int i = 0; i < 8; i++) {
        cell(stage, i, 4, 2);
        glLineWidth((float)(i + 1) * 0.75f);
        glLineStipple(1 + i % 3, (GLushort)(0x0f35 << (i % 4 + frame)));
        pick_color(i);
        glBegin(i % 2 ? GL_LINE_STRIP : GL_LINES);
        glVertex2f(-1.8f, -1.5f);
        glVertex2f(1.7f, -1.0f);
        glVertex2f(-1.6f, 0.3f);
        glVertex2f(1.5f, 1.6f);
        glEnd();
    }
    glDisable(GL_LINE_STIPPLE);
    glLineWidth(1);
}

static void smooth(const struct stage *stage, int frame)
{
    clear();
    whole(stage);
    glEnable(GL_BLEND);
    glBlendFunc(GL_SRC_ALPHA, GL_ONE_MINUS_SRC_ALPHA);
    glEnable(GL_POINT_SMOOTH);
    glEnable(GL_LINE_SMOOTH);
    glHint(GL_LINE_SMOOTH_HINT, GL_NICEST);
    for (int i = 0; i < 10; i++) {
        pick_color(i);
        glPointSize((float)(1 + i) * 1.5f);
        glBegin(GL_POINTS);
        glVertex2f((float)i * 0.18f - 0.8f, 0.5f);
        glEnd();
        glLineWidth((float)(1 + i % 4));
        glBegin(GL_LINES);
        glVertex2f((float)i * 0.2f - 0.9f, -0.9f);
        glVertex2f((float)(i + frame) * 0.15f - 0.8f, 0.2f);
        glEnd();
    }
    glDisable(GL_LINE_SMOOTH);
    glDisable(GL_POINT_SMOOTH);
    glDisable(GL_BLEND);
    glLineWidth(1);
    glPointSize(1);
}

static void matrices(const struct stage *stage, int frame)
{
    static const GLfloat shear[16] = { 1, 0, 0, 0, 0.4f, 1, 0, 0, 0, 0, 1, 0, 0.2f, 0, 0, 1 };
    static const GLdouble turned[16] = { 0, 0.7, 0, 0, -0.7, 0, 0, 0, 0, 0, 1, 0, 0, 0.3, 0, 1 };
    clear();
    whole(stage);
    glEnable(GL_DEPTH_TEST);
    glMatrixMode(GL_PROJECTION);
    glPushMatrix();
    glFrustum(-1, 1, -1, 1, 2, 20);
    glMatrixMode(GL_MODELVIEW);
    glTranslated(0, 0, -7);
    for (int depth = 0; depth < 12; depth++) {
        glPushMatrix();
        glRotated(30.0 * depth + frame, 0, 0, 1);
        glTranslatef(0, 2.4f, 0);
        glScaled(0.5, 0.4, 0.5);
        glScalef(1, 1.1f, 1);
        depth % 3 ? glMultMatrixf(shear) : glMultMatrixd(turned);
        glMultTransposeMatrixf(shear);
        cube();
    }
    for (int depth = 0; depth < 12; depth++) {
        glPopMatrix();
    }
    glLoadTransposeMatrixd(turned);
    glLoadMatrixf(shear);
    glTranslatef(0, 0, -3);
    glScalef(0.3f, 0.3f, 0.3f);
    cube();
    glMatrixMode(GL_PROJECTION);
    glPopMatrix();
    glDisable(GL_DEPTH_TEST);
}

static void attribute_stack(const struct stage *stage, int frame)
{
    static const GLbitfield groups[6] = {
        GL_CURRENT_BIT, GL_COLOR_BUFFER_BIT | GL_ENABLE_BIT, GL_POLYGON_BIT, GL_TRANSFORM_BIT, GL_VIEWPORT_BIT, GL_ALL_ATTRIB_BITS,
    };
    clear();
    for (int i = 0; i < 6; i++) {
        glPolygonMode(GL_FRONT_AND_BACK, GL_FILL);
        glDisable(GL_BLEND);
        cell(stage, i, 3, 2);
        glColor4f(0.9f, 0.7f, 0.1f * (float)frame, 0.8f);
        glPushAttrib(groups[i]);
        glColor4f(0, 0.3f, 1, 0.4f);
        glEnable(GL_BLEND);
        glBlendFunc(GL_SRC_ALPHA, GL_ONE);
        glPolygonMode(GL_FRONT_AND_BACK, GL_LINE);
        glMatrixMode(GL_PROJECTION);
        glViewport(10, 10, 40, 40);
        glRectf(-1, -1, 1, 1);
        glPopAttrib();
        glScalef(0.8f, 0.8f, 1);
        glRectf(-1.5f, -0.5f, 1.5f, 1.5f);
    }
    glPolygonMode(GL_FRONT_AND_BACK, GL_FILL);
    glDisable(GL_BLEND);
}

const struct scene state_scenes[] = {
    { "clip-planes", 210, 140, clip_planes, NULL },
    { "polygon-modes", 240, 180, polygon_modes, NULL },
    { "polygon-offset", 160, 160, polygon_offset, NULL },
    { "lines", 200, 100, lines, NULL },
    { "smooth", 160, 160, smooth, NULL },
    { "matrices", 200, 200, matrices, NULL },
    { "attribute-stack", 180, 120, attribute_stack, NULL },
    { NULL, 0, 0, NULL, NULL },
};
