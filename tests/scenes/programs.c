/* ARB assembly programs, which make texture coordinates visible without textures. */
#include "scene.h"

#include <string.h>

static PFNGLGENPROGRAMSARBPROC gen_programs;
static PFNGLBINDPROGRAMARBPROC bind_program;
static PFNGLPROGRAMSTRINGARBPROC program_string;
static PFNGLDELETEPROGRAMSARBPROC delete_programs;
static PFNGLPROGRAMENVPARAMETER4FARBPROC env_parameter;
static PFNGLPROGRAMLOCALPARAMETER4FVARBPROC local_parameter;

static __GLXextFuncPtr need(const char *name)
{
    __GLXextFuncPtr function = glXGetProcAddressARB((const GLubyte *)name);
    if (!function) {
        fail(name, "glXGetProcAddress knows no such function");
    }
    return function;
}

static void load(void)
{
    gen_programs = (PFNGLGENPROGRAMSARBPROC)need("glGenProgramsARB");
    bind_program = (PFNGLBINDPROGRAMARBPROC)need("glBindProgramARB");
    program_string = (PFNGLPROGRAMSTRINGARBPROC)need("glProgramStringARB");
    delete_programs = (PFNGLDELETEPROGRAMSARBPROC)need("glDeleteProgramsARB");
    env_parameter = (PFNGLPROGRAMENVPARAMETER4FARBPROC)need("glProgramEnvParameter4fARB");
    local_parameter = (PFNGLPROGRAMLOCALPARAMETER4FVARBPROC)need("glProgramLocalParameter4fvARB");
}

static GLuint program(GLenum target, const char *text)
{
    GLuint name;
    gen_programs(1, &name);
    bind_program(target, name);
    program_string(target, GL_PROGRAM_FORMAT_ASCII_ARB, (GLsizei)strlen(text), text);
    if (glGetError() != GL_NO_ERROR) {
        fail("program", text);
    }
    glEnable(target);
    return name;
}

static void drop(GLenum target, GLuint name)
{
    glDisable(target);
    delete_programs(1, &name);
}

static void waves(const struct stage *stage, int frame)
{
    static const char *bend = "!!ARBvp1.0\n"
                              "TEMP p; MOV p, vertex.position;\n"
                              "MAD p.y, p.x, program.env[3].x, p.y;\n"
                              "DP4 result.position.x, state.matrix.mvp.row[0], p;\n"
                              "DP4 result.position.y, state.matrix.mvp.row[1], p;\n"
                              "DP4 result.position.z, state.matrix.mvp.row[2], p;\n"
                              "DP4 result.position.w, state.matrix.mvp.row[3], p;\n"
                              "MUL result.color, vertex.color, program.local[1];\n"
                              "MOV result.texcoord[0], p; END";
    static const char *stripe = "!!ARBfp1.0\n"
                                "TEMP t; MUL t, fragment.texcoord[0], program.env[0].x;\n"
                                "FRC t, t; MAD result.color, t.xyxx, 0.5, fragment.color; END";
    static const GLfloat tint[4] = { 1, 0.6f, 0.3f, 1 };
    load();
    GLuint vertex = program(GL_VERTEX_PROGRAM_ARB, bend);
    GLuint fragment = program(GL_FRAGMENT_PROGRAM_ARB, stripe);
    glClear(GL_COLOR_BUFFER_BIT);
    env_parameter(GL_VERTEX_PROGRAM_ARB, 3, 0.3f * (float)frame, 0, 0, 0);
    env_parameter(GL_FRAGMENT_PROGRAM_ARB, 0, 2.5f, 0, 0, 0);
    local_parameter(GL_VERTEX_PROGRAM_ARB, 1, tint);
    cell(stage, 0, 1, 1);
    for (int i = 0; i < 4; i++) {
        pick_color(i);
        glRectf(-1.8f, (float)i - 1.9f, 1.8f, (float)i - 1.2f);
    }
    drop(GL_VERTEX_PROGRAM_ARB, vertex);
    drop(GL_FRAGMENT_PROGRAM_ARB, fragment);
}

#define COORDS(S, T)                                                                                                   \
    do {                                                                                                               \
        static const T c[4] = { 1, 0, 1, 2 };                                                                          \
        for (int form = 0; form < 16; form++) {                                                                        \
            switch (form) {                                                                                            \
            case 0: glTexCoord1##S(c[0]); break;                                                                       \
            case 1: glTexCoord1##S##v(c); break;                                                                       \
            case 2: glTexCoord2##S(c[0], c[1]); break;                                                                 \
            case 3: glTexCoord2##S##v(c + 1); break;                                                                   \
            case 4: glTexCoord3##S(c[0], c[1], c[2]); break;                                                           \
            case 5: glTexCoord3##S##v(c); break;                                                                       \
            case 6: glTexCoord4##S(c[0], c[1], c[2], c[3]); break;                                                     \
            case 7: glTexCoord4##S##v(c); break;                                                                       \
            case 8: glMultiTexCoord1##S(GL_TEXTURE1, c[3]); break;                                                     \
            case 9: glMultiTexCoord1##S##v(GL_TEXTURE1, c); break;                                                     \
            case 10: glMultiTexCoord2##S(GL_TEXTURE1, c[1], c[3]); break;                                              \
            case 11: glMultiTexCoord2##S##v(GL_TEXTURE1, c + 1); break;                                                \
            case 12: glMultiTexCoord3##S(GL_TEXTURE1, c[0], c[2], c[3]); break;                                        \
            case 13: glMultiTexCoord3##S##v(GL_TEXTURE1, c); break;                                                    \
            case 14: glMultiTexCoord4##S(GL_TEXTURE1, c[3], c[2], c[1], c[0]); break;                                  \
            default: glMultiTexCoord4##S##v(GL_TEXTURE1, c); break;                                                    \
            }                                                                                                          \
            cell(stage, at++, 16, 4);                                                                                  \
            glRectf(-1.7f, -1.7f, 1.7f, 1.7f);                                                                         \
        }                                                                                                              \
    } while (0)

static void texcoord_forms(const struct stage *stage, int frame)
{
    static const char *show = "!!ARBfp1.0\n"
                              "TEMP t; MAD t, fragment.texcoord[0], 0.3, 0.1;\n"
                              "MAD t, fragment.texcoord[1].wxyz, 0.15, t;\n"
                              "MAD result.color, t.w, 0.2, t; END";
    (void)frame;
    load();
    GLuint fragment = program(GL_FRAGMENT_PROGRAM_ARB, show);
    glClear(GL_COLOR_BUFFER_BIT);
    int at = 0;
    COORDS(s, GLshort);
    COORDS(i, GLint);
    COORDS(f, GLfloat);
    COORDS(d, GLdouble);
    drop(GL_FRAGMENT_PROGRAM_ARB, fragment);
}

static void texgen(const struct stage *stage, int frame)
{
    static const char *show = "!!ARBfp1.0\nTEMP t; FRC t, fragment.texcoord[0]; MOV result.color, t.xyzx; END";
    static const GLfloat plane[4] = { 0.3f, 0.2f, 0, 0.1f };
    static const GLint steep[4] = { 0, 1, 1, 0 };
    static const GLenum modes[4] = { GL_OBJECT_LINEAR, GL_EYE_LINEAR, GL_SPHERE_MAP, GL_NORMAL_MAP };
    load();
    GLuint fragment = program(GL_FRAGMENT_PROGRAM_ARB, show);
    glClear(GL_COLOR_BUFFER_BIT);
    glEnable(GL_TEXTURE_GEN_S);
    glEnable(GL_TEXTURE_GEN_T);
    for (int i = 0; i < 4; i++) {
        cell(stage, i, 2, 2);
        glRotatef(20 * (float)frame, 0, 0, 1);
        glTexGeni(GL_S, GL_TEXTURE_GEN_MODE, (GLint)modes[i]);
        glTexGend(GL_T, GL_TEXTURE_GEN_MODE, modes[i]);
        glTexGenfv(GL_S, i == 1 ? GL_EYE_PLANE : GL_OBJECT_PLANE, plane);
        glTexGeniv(GL_T, i == 1 ? GL_EYE_PLANE : GL_OBJECT_PLANE, steep);
        glMatrixMode(GL_TEXTURE);
        glLoadIdentity();
        glScalef(1.5f, 0.5f, 1);
        glMatrixMode(GL_MODELVIEW);
        glBegin(GL_TRIANGLE_FAN);
        for (int corner = 0; corner < 4; corner++) {
            float x = corner == 1 || corner == 2 ? 1.5f : -1.5f, y = corner / 2 ? 1.5f : -1.5f;
            glNormal3f(x / 3, y / 3, 0.7f);
            glVertex2f(x, y);
        }
        glEnd();
    }
    glMatrixMode(GL_TEXTURE);
    glLoadIdentity();
    glMatrixMode(GL_MODELVIEW);
    glDisable(GL_TEXTURE_GEN_S);
    glDisable(GL_TEXTURE_GEN_T);
    drop(GL_FRAGMENT_PROGRAM_ARB, fragment);
}

const struct scene program_scenes[] = {
    { "arb-programs", 128, 128, waves, NULL },
    { "texcoord-forms", 256, 64, texcoord_forms, NULL },
    { "texgen", 160, 160, texgen, NULL },
    { NULL, 0, 0, NULL, NULL },
};
