/* Lights and materials, on gears and on spheres. */
#include "scene.h"

#include <math.h>

static const float pi = 3.14159265f;

static void clear(void)
{
    glClearColor(0, 0, 0.1f, 1);
    glClear(GL_COLOR_BUFFER_BIT | GL_DEPTH_BUFFER_BIT);
    glEnable(GL_DEPTH_TEST);
    glEnable(GL_LIGHTING);
    glEnable(GL_NORMALIZE);
}

static void done(void)
{
    for (int i = 0; i < 8; i++) {
        glDisable((GLenum)(GL_LIGHT0 + i));
    }
    glDisable(GL_COLOR_MATERIAL);
    glDisable(GL_LIGHTING);
    glDisable(GL_NORMALIZE);
    glDisable(GL_DEPTH_TEST);
}

/* The rim's radius at a step: two steps at the tip of a tooth, two at its root. */
static float rim(int step)
{
    return step % 4 < 2 ? 1.0f : 0.8f;
}

static void wheel_face(int teeth, float z)
{
    glNormal3f(0, 0, z > 0 ? 1.0f : -1.0f);
    glBegin(GL_QUAD_STRIP);
    for (int step = 0; step <= 4 * teeth; step++) {
        float angle = (float)step * pi / (2 * (float)teeth);
        glVertex3f(0.3f * cosf(angle), 0.3f * sinf(angle), z);
        glVertex3f(rim(step) * cosf(angle), rim(step) * sinf(angle), z);
    }
    glEnd();
}

static void wheel(int teeth)
{
    glShadeModel(GL_FLAT);
    wheel_face(teeth, 0.2f);
    wheel_face(teeth, -0.2f);
    glBegin(GL_QUAD_STRIP);
    for (int step = 0; step <= 4 * teeth; step++) {
        float angle = (float)step * pi / (2 * (float)teeth);
        glNormal3f(cosf(angle), sinf(angle), 0);
        glVertex3f(rim(step) * cosf(angle), rim(step) * sinf(angle), 0.2f);
        glVertex3f(rim(step) * cosf(angle), rim(step) * sinf(angle), -0.2f);
    }
    glEnd();
    glShadeModel(GL_SMOOTH);
}

static void wheels(const struct stage *stage, int frame)
{
    static const GLfloat from[4] = { 3, 4, 8, 0 };
    static const GLfloat colors[3][4] = { { 0.9f, 0.2f, 0.1f, 1 }, { 0.1f, 0.8f, 0.2f, 1 }, { 0.2f, 0.3f, 1, 1 } };
    static GLuint first;
    clear();
    whole(stage);
    glEnable(GL_LIGHT0);
    glLightfv(GL_LIGHT0, GL_POSITION, from);
    glMatrixMode(GL_PROJECTION);
    glFrustum(-1, 1, -1, 1, 4, 40);
    glMatrixMode(GL_MODELVIEW);
    glTranslatef(0, 0, -12);
    glRotatef(30, 1, -1, 0);
    if (frame == 0) {
        first = glGenLists(3);
        for (int i = 0; i < 3; i++) {
            glNewList(first + (GLuint)i, GL_COMPILE);
            glMaterialfv(GL_FRONT_AND_BACK, GL_AMBIENT_AND_DIFFUSE, colors[i]);
            wheel(10 + 5 * i);
            glEndList();
        }
    }
    for (int i = 0; i < 3; i++) {
        glPushMatrix();
        glTranslatef((float)i * 1.8f - 1.8f, i == 1 ? 0.8f : -0.4f, 0);
        glRotatef((float)frame * (i % 2 ? -9.0f : 9.0f), 0, 0, 1);
        glCallList(first + (GLuint)i);
        glPopMatrix();
    }
    done();
}

static void ball(void)
{
    for (int lat = -4; lat < 4; lat++) {
        glBegin(GL_QUAD_STRIP);
        for (int lon = 0; lon <= 16; lon++) {
            for (int i = 0; i < 2; i++) {
                float a = (float)(lat + i) * pi / 8, b = (float)lon * pi / 8;
                glNormal3f(cosf(a) * cosf(b), sinf(a), -cosf(a) * sinf(b));
                glVertex3f(1.5f * cosf(a) * cosf(b), 1.5f * sinf(a), -1.5f * cosf(a) * sinf(b));
            }
        }
        glEnd();
    }
}

static void set_light(GLenum light, int kind, int frame)
{
    static const GLfloat point[4] = { 1, 2, 4, 1 }, far[4] = { -1, 1, 1, 0 }, white[4] = { 1, 1, 1, 1 };
    static const GLfloat down[3] = { -0.2f, -0.3f, -1 }, blue[4] = { 0.2f, 0.3f, 0.9f, 1 };
    static const GLint positions[4] = { 2, -1, 3, 1 };
    glEnable(light);
    glLightfv(light, GL_DIFFUSE, kind % 2 ? white : blue);
    glLightfv(light, GL_SPECULAR, white);
    glLightfv(light, GL_AMBIENT, kind == 3 ? blue : down);
    kind == 5 ? glLightiv(light, GL_POSITION, positions) : glLightfv(light, GL_POSITION, kind == 1 ? far : point);
    glLightf(light, GL_SPOT_CUTOFF, kind == 2 ? 35 : 180);
    glLightfv(light, GL_SPOT_DIRECTION, down);
    glLighti(light, GL_SPOT_EXPONENT, kind == 2 ? 6 : 0);
    glLightf(light, GL_LINEAR_ATTENUATION, kind == 4 ? 0.2f : 0);
    glLightf(light, GL_QUADRATIC_ATTENUATION, 0.01f * (float)frame);
}

static void set_material(int kind)
{
    static const GLfloat red[4] = { 0.8f, 0.2f, 0.2f, 1 }, glow[4] = { 0, 0.2f, 0, 1 }, black[4] = { 0, 0, 0, 1 };
    static const GLint specular[4] = { 2147483647, 1000000000, 0, 2147483647 };
    glMaterialfv(GL_FRONT, GL_DIFFUSE, red);
    glMaterialiv(GL_FRONT, GL_SPECULAR, specular);
    glMaterialf(GL_FRONT, GL_SHININESS, (float)(4 << kind));
    glMaterialfv(GL_FRONT_AND_BACK, GL_EMISSION, kind == 5 ? glow : black);
}

static void lights(const struct stage *stage, int frame)
{
    static const GLfloat dim[4] = { 0.3f, 0.3f, 0.3f, 1 };
    clear();
    glLightModelfv(GL_LIGHT_MODEL_AMBIENT, dim);
    for (int i = 0; i < 6; i++) {
        cell(stage, i, 3, 2);
        GLenum light = (GLenum)(GL_LIGHT0 + i);
        glLightModeli(GL_LIGHT_MODEL_LOCAL_VIEWER, i % 2);
        glLightModelf(GL_LIGHT_MODEL_TWO_SIDE, i == 4 ? 1 : 0);
        glLightModeli(GL_LIGHT_MODEL_COLOR_CONTROL, i == 3 ? GL_SEPARATE_SPECULAR_COLOR : GL_SINGLE_COLOR);
        set_light(light, i, frame);
        set_material(i);
        ball();
        glDisable(light);
    }
    done();
}

static void color_material(const struct stage *stage, int frame)
{
    static const GLenum targets[4] = { GL_AMBIENT, GL_DIFFUSE, GL_EMISSION, GL_AMBIENT_AND_DIFFUSE };
    static const GLfloat from[4] = { 2, 2, 5, 1 };
    clear();
    glEnable(GL_LIGHT1);
    glEnable(GL_LIGHT0);
    for (int i = 0; i < 4; i++) {
        cell(stage, i, 2, 2);
        glLightfv(GL_LIGHT1, GL_POSITION, from);
        glColorMaterial(GL_FRONT_AND_BACK, targets[i]);
        glEnable(GL_COLOR_MATERIAL);
        pick_color(i + frame);
        ball();
        glDisable(GL_COLOR_MATERIAL);
    }
    done();
}

static void secondary_color(const struct stage *stage, int frame)
{
    static const GLubyte bytes[3] = { 200, 30, 60 };
    static const GLdouble doubles[3] = { 0.1, 0.1, 0.6 };
    glClear(GL_COLOR_BUFFER_BIT);
    glEnable(GL_COLOR_SUM);
    glColor3f(0.3f, 0.3f, 0.1f * (float)frame);
    for (int i = 0; i < 4; i++) {
        cell(stage, i, 4, 1);
        switch (i) {
        case 0: glSecondaryColor3f(0.5f, 0, 0); break;
        case 1: glSecondaryColor3ubv(bytes); break;
        case 2: glSecondaryColor3dv(doubles); break;
        default: glSecondaryColor3us(0, 40000, 0); break;
        }
        glRectf(-1.5f, -1.5f, 1.5f, 1.5f);
    }
    glDisable(GL_COLOR_SUM);
}

const struct scene light_scenes[] = {
    { "wheels", 300, 300, wheels, NULL },
    { "lights", 240, 160, lights, NULL },
    { "color-material", 160, 160, color_material, NULL },
    { "secondary-color", 160, 64, secondary_color, NULL },
    { NULL, 0, 0, NULL, NULL },
};
