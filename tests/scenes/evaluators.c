/* Evaluators: curves, surfaces and grids, in float and double, with strides larger than necessary. */
#include "scene.h"

static void clear(void)
{
    glClearColor(0.1f, 0.15f, 0.1f, 1);
    glClear(GL_COLOR_BUFFER_BIT | GL_DEPTH_BUFFER_BIT);
}

static void curves(const struct stage *stage, int frame)
{
    static const GLfloat hill[4][5] = { { -1.8f, -1, 0, 9, 9 }, { -1, 2, 0, 9, 9 }, { 1, -2.5f, 0, 9, 9 }, { 1.8f, 1.5f, 0, 9, 9 } };
    static const GLdouble arc[3][4] = { { -1, -1, 0, 1 }, { 0, 3, 0, 2 }, { 1, -1, 0, 1 } };
    static const GLfloat colors[2][4] = { { 1, 0, 0, 1 }, { 0, 0.5f, 1, 1 } };
    clear();
    cell(stage, 0, 1, 1);
    glMap1f(GL_MAP1_VERTEX_3, 0, 1, 5, 4, &hill[0][0]);
    glMap1f(GL_MAP1_COLOR_4, 0, 1, 4, 2, &colors[0][0]);
    glEnable(GL_MAP1_VERTEX_3);
    glEnable(GL_MAP1_COLOR_4);
    glBegin(GL_LINE_STRIP);
    for (int i = 0; i <= 20; i++) {
        GLfloat at = (float)i / 20;
        i % 2 ? glEvalCoord1f(at) : glEvalCoord1fv(&at);
    }
    glEnd();
    glDisable(GL_MAP1_VERTEX_3);
    glMap1d(GL_MAP1_VERTEX_4, -1, 1 + frame, 4, 3, &arc[0][0]);
    glEnable(GL_MAP1_VERTEX_4);
    glMapGrid1f(12, -1, 1);
    glPointSize(3);
    glEvalMesh1(GL_POINT, 0, 12);
    glEvalMesh1(GL_LINE, 2, 9);
    glBegin(GL_TRIANGLES);
    glEvalPoint1(1);
    glEvalPoint1(5);
    glEvalCoord1d(0.9);
    glEnd();
    glDisable(GL_MAP1_VERTEX_4);
    glDisable(GL_MAP1_COLOR_4);
}

static const GLfloat sheet[4][4][3] = {
    { { -1.5f, -1.5f, 2 }, { -0.5f, -1.5f, 1 }, { 0.5f, -1.5f, -1 }, { 1.5f, -1.5f, 2 } },
    { { -1.5f, -0.5f, 1 }, { -0.5f, -0.5f, 3 }, { 0.5f, -0.5f, 0 }, { 1.5f, -0.5f, -1 } },
    { { -1.5f, 0.5f, 2 }, { -0.5f, 0.5f, 0 }, { 0.5f, 0.5f, 3 }, { 1.5f, 0.5f, 2 } },
    { { -1.5f, 1.5f, -2 }, { -0.5f, 1.5f, -2 }, { 0.5f, 1.5f, 0 }, { 1.5f, 1.5f, -1 } },
};

static void surfaces(const struct stage *stage, int frame)
{
    static const GLdouble colors[2][2][4] = { { { 1, 0, 0, 1 }, { 0, 1, 0, 1 } }, { { 0, 0, 1, 1 }, { 1, 1, 0, 1 } } };
    static const GLenum modes[3] = { GL_POINT, GL_LINE, GL_FILL };
    clear();
    glEnable(GL_DEPTH_TEST);
    glMap2f(GL_MAP2_VERTEX_3, 0, 1, 3, 4, 0, 1, 12, 4, &sheet[0][0][0]);
    glMap2d(GL_MAP2_COLOR_4, 0, 1, 4, 2, 0, 1, 8, 2, &colors[0][0][0]);
    glEnable(GL_MAP2_VERTEX_3);
    glEnable(GL_MAP2_COLOR_4);
    for (int i = 0; i < 3; i++) {
        cell(stage, i, 2, 2);
        glRotatef(40 + 5 * (float)frame, 1, 0.5f, 0);
        glMapGrid2f(10, 0, 1, 8, 0, 1);
        glEvalMesh2(modes[i], 0, 10, 1, 8);
    }
    cell(stage, 3, 2, 2);
    glDisable(GL_MAP2_COLOR_4);
    glEnable(GL_AUTO_NORMAL);
    glEnable(GL_LIGHTING);
    glEnable(GL_LIGHT0);
    glMapGrid2d(14, 0, 1, 14, 0, 1);
    glEvalMesh2(GL_FILL, 0, 14, 0, 14);
    glBegin(GL_QUADS);
    glEvalPoint2(1, 1);
    glEvalPoint2(4, 1);
    glEvalCoord2f(0.9f, 0.9f);
    glEvalCoord2d(0.1, 0.8);
    glEnd();
    glDisable(GL_LIGHTING);
    glDisable(GL_LIGHT0);
    glDisable(GL_AUTO_NORMAL);
    glDisable(GL_MAP2_VERTEX_3);
    glDisable(GL_DEPTH_TEST);
}

const struct scene evaluator_scenes[] = {
    { "curves", 128, 128, curves, NULL },
    { "surfaces", 200, 200, surfaces, NULL },
    { NULL, 0, 0, NULL, NULL },
};
