/* GL's answers: errors, state, strings. They are printed, so that native and forwarded output can be compared. */
#include "scene.h"

#include <stdio.h>

static void report(const char *after)
{
    printf("%s: 0x%04x", after, glGetError());
    for (GLenum more = glGetError(); more != GL_NO_ERROR; more = glGetError()) {
        printf(" 0x%04x", more);
    }
    putchar('\n');
}

static void wrong_enums(void)
{
    glEnable(0x1234);
    report("enable");
    glBegin(0x77);
    report("begin");
    glBlendFunc(GL_ONE, 0x9999);
    report("blend");
    glMatrixMode(GL_FLOAT);
    report("matrix mode");
    glLightf(GL_LIGHT0, 0x99, 1);
    report("light");
    glFogi(GL_FOG_MODE, 3);
    report("fog");
    GLint unused = 42;
    glGetIntegerv(0x1111, &unused);
    report("get");
    printf("untouched %d\n", unused);
}

static void wrong_values(void)
{
    glViewport(0, 0, -1, 5);
    report("viewport");
    glLineWidth(-1);
    report("line width");
    glPointSize(0);
    report("point size");
    glClear(0x80000000);
    report("clear");
    glLightf(GL_LIGHT0, GL_SPOT_CUTOFF, 120);
    report("cutoff");
    glFrustum(1, 1, 0, 1, 1, 2);
    report("frustum");
    glNewList(0, GL_COMPILE);
    report("list zero");
    glDeleteLists(1, -3);
    report("delete");
}

static void wrong_moments(void)
{
    glEnd();
    report("end");
    glBegin(GL_POINTS);
    glMatrixMode(GL_PROJECTION);
    glClear(GL_COLOR_BUFFER_BIT);
    glEnd();
    report("inside begin");
    glPopMatrix();
    report("pop matrix");
    glPopAttrib();
    report("pop attrib");
    for (int i = 0; i < 40; i++) {
        glPushMatrix();
    }
    report("push matrix");
    for (int i = 0; i < 17; i++) {
        glPushAttrib(GL_CURRENT_BIT);
    }
    report("push attrib");
    glEndList();
    report("end list");
    glEnable(1);
    glViewport(0, 0, -1, -1);
    report("first of two");
    for (int i = 0; i < 16; i++) {
        glPopAttrib();
    }
    GLint depth = 0;
    glGetIntegerv(GL_MODELVIEW_STACK_DEPTH, &depth);
    while (depth-- > 1) {
        glPopMatrix();
    }
    report("clean");
}

static void errors(const struct stage *stage, int frame)
{
    whole(stage);
    glClear(GL_COLOR_BUFFER_BIT);
    wrong_enums();
    wrong_values();
    wrong_moments();
    pick_color(frame);
    glRectf(-0.5f, -0.5f, 0.5f, 0.5f);
}

static void print_floats(const char *name, GLenum what, int count)
{
    GLfloat values[16] = { 0 };
    glGetFloatv(what, values);
    printf("%s:", name);
    for (int i = 0; i < count; i++) {
        printf(" %g", (double)values[i]);
    }
    putchar('\n');
}

static void print_integers(const char *name, GLenum what, int count)
{
    GLint values[4] = { 0 };
    glGetIntegerv(what, values);
    printf("%s:", name);
    for (int i = 0; i < count; i++) {
        printf(" %d", values[i]);
    }
    putchar('\n');
}

static void queries(const struct stage *stage, int frame)
{
    whole(stage);
    glClearColor(0.25f, 0.5f, 0.75f, 1);
    glClear(GL_COLOR_BUFFER_BIT);
    glColor4f(0.5f, 0.25f, 0.125f, 1);
    glNormal3f(0, 1, (float)frame);
    glTexCoord2f(3, 4);
    glTranslatef(0.5f, -0.25f, 0);
    glLineWidth(2.5f);
    glEnable(GL_BLEND);
    glRasterPos3f(0, 0.5f, 0);
    print_floats("color", GL_CURRENT_COLOR, 4);
    print_floats("normal", GL_CURRENT_NORMAL, 3);
    print_floats("texcoord", GL_CURRENT_TEXTURE_COORDS, 4);
    print_floats("modelview", GL_MODELVIEW_MATRIX, 16);
    print_floats("clear", GL_COLOR_CLEAR_VALUE, 4);
    print_floats("line width", GL_LINE_WIDTH, 1);
    print_floats("raster", GL_CURRENT_RASTER_POSITION, 4);
    glWindowPos2i(7, 9);
    print_floats("window pos", GL_CURRENT_RASTER_POSITION, 4);
    glRasterPos2f(50, 0);
    print_integers("raster valid", GL_CURRENT_RASTER_POSITION_VALID, 1);
    print_integers("viewport", GL_VIEWPORT, 4);
    print_integers("blend", GL_BLEND_SRC, 1);
    print_integers("mode", GL_MATRIX_MODE, 1);
    print_integers("color as int", GL_CURRENT_COLOR, 4);
    print_integers("bits", GL_STENCIL_BITS, 1);
    print_integers("max lights", GL_MAX_LIGHTS, 1);
    print_integers("double", GL_DOUBLEBUFFER, 1);
    print_floats("point range", GL_SMOOTH_POINT_SIZE_RANGE, 2);
    printf("enabled: %d %d %d\n", glIsEnabled(GL_BLEND), glIsEnabled(GL_FOG), glIsEnabled(GL_DITHER));
    glDisable(GL_BLEND);
    glLineWidth(1);
    glRectf(-0.25f, -0.25f, 0.25f, 0.25f);
    report("queries");
}

static void strings(const struct stage *stage, int frame)
{
    (void)frame;
    whole(stage);
    glClear(GL_COLOR_BUFFER_BIT);
    static const GLenum names[4] = { GL_VENDOR, GL_RENDERER, GL_VERSION, GL_EXTENSIONS };
    for (int i = 0; i < 4; i++) {
        const GLubyte *first = glGetString(names[i]);
        printf("string %d: %s, %s\n", i, first && first[0] ? "there" : "missing",
               first == glGetString(names[i]) ? "stays" : "moves");
    }
    printf("no such: %s\n", glGetString(0x55) ? "there" : "missing");
    report("strings");
    printf("direct %d\n", glXIsDirect(stage->display, stage->context));
    int major = 0, minor = 0;
    Bool known = glXQueryVersion(stage->display, &major, &minor);
    printf("version %d %d.%d\n", known, major, minor);
    printf("current %d %d %d\n", glXGetCurrentContext() == stage->context, glXGetCurrentDrawable() == stage->window,
           glXGetCurrentDisplay() == stage->display);
}

const struct scene answer_scenes[] = {
    { "errors", 64, 64, errors, NULL },
    { "queries", 80, 64, queries, NULL },
    { "strings", 64, 64, strings, NULL },
    { NULL, 0, 0, NULL, NULL },
};
