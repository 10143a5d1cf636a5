/* Per-fragment operations: tests, blending, masks, accumulation, fog. */
#include "scene.h"

#include <math.h>

static void clear(void)
{
    glClearColor(0.15f, 0.2f, 0.1f, 0.5f);
    glClearDepth(1);
    glClearStencil(0);
    glClear(GL_COLOR_BUFFER_BIT | GL_DEPTH_BUFFER_BIT | GL_STENCIL_BUFFER_BIT);
}

static void disc(float radius, float z)
{
    glBegin(GL_TRIANGLE_FAN);
    glVertex3f(0, 0, z);
    for (int i = 0; i <= 24; i++) {
        float angle = (float)i * 0.2617994f;
        glVertex3f(radius * cosf(angle), radius * sinf(angle), z);
    }
    glEnd();
}

static void stencil(const struct stage *stage, int frame)
{
    static const GLenum functions[8] = { GL_NEVER, GL_LESS, GL_LEQUAL, GL_GREATER, GL_GEQUAL, GL_EQUAL, GL_NOTEQUAL, GL_ALWAYS };
    static const GLenum operations[8] = { GL_KEEP, GL_ZERO, GL_REPLACE, GL_INCR, GL_DECR, GL_INVERT, GL_INCR_WRAP, GL_DECR_WRAP };
    clear();
    glEnable(GL_STENCIL_TEST);
    for (int i = 0; i < 8; i++) {
        cell(stage, i, 4, 2);
        glStencilMask(0xff);
        glStencilFunc(GL_ALWAYS, 2, 0xff);
        glStencilOp(GL_REPLACE, GL_REPLACE, GL_REPLACE);
        pick_color(i);
        disc(1.2f, 0);
        glStencilFunc(GL_ALWAYS, 1, 0xff);
        glStencilOp(GL_KEEP, GL_KEEP, operations[(i + frame) % 8]);
        glRectf(0, -1, 1, 1);
        glStencilMask(0x0f);
        glStencilFunc(functions[i], 2, 0x7f);
        glStencilOp(GL_KEEP, GL_KEEP, GL_KEEP);
        pick_color(i + 11);
        glRectf(-2, -0.5f, 2, 1.5f);
    }
    glStencilMask(0xff);
    glDisable(GL_STENCIL_TEST);
}

static void depth(const struct stage *stage, int frame)
{
    clear();
    glEnable(GL_DEPTH_TEST);
    for (int i = 0; i < 8; i++) {
        cell(stage, i, 4, 2);
        glDepthFunc(GL_ALWAYS);
        glDepthMask(GL_TRUE);
        pick_color(i);
        disc(1.2f, (float)(i - 4 + frame));
        glDepthFunc((GLenum)(GL_NEVER + i));
        glDepthMask(i % 2 ? GL_TRUE : GL_FALSE);
        glDepthRange(i == 5 ? 0.6 : 0.0, i == 6 ? 0.4 : 1.0);
        pick_color(i + 7);
        glBegin(GL_QUADS);
        glVertex3f(-2, -1, -9);
        glVertex3f(2, -1, 9);
        glVertex3f(2, 0.5f, 9);
        glVertex3f(-2, 0.5f, -9);
        glEnd();
    }
    glDepthRange(0, 1);
    glDepthFunc(GL_LESS);
    glDepthMask(GL_TRUE);
    glDisable(GL_DEPTH_TEST);
}

static void alpha(const struct stage *stage, int frame)
{
    clear();
    glEnable(GL_ALPHA_TEST);
    for (int i = 0; i < 8; i++) {
        cell(stage, i, 4, 2);
        glAlphaFunc((GLenum)(GL_NEVER + i), 0.3f + 0.1f * (float)frame);
        glBegin(GL_QUADS);
        glColor4f(1, 0.5f, 0, 0);
        glVertex2i(-2, -2);
        glColor4f(0, 0.5f, 1, 1);
        glVertex2i(2, -2);
        glVertex2i(2, 2);
        glColor4f(1, 0.5f, 0, 0);
        glVertex2i(-2, 2);
        glEnd();
    }
    glDisable(GL_ALPHA_TEST);
}

static void blend_cell(const struct stage *stage, int at)
{
    cell(stage, at, 5, 4);
    glDisable(GL_BLEND);
    glColor4f(0.8f, 0.4f, 0.1f, 0.7f);
    glRectf(-2, -2, 0.5f, 2);
    glEnable(GL_BLEND);
    glColor4f(0.2f, 0.6f, 0.9f, 0.4f);
    disc(1.5f, 0);
}

static void blend(const struct stage *stage, int frame)
{
    static const GLenum factors[15] = {
        GL_ZERO, GL_ONE, GL_SRC_COLOR, GL_ONE_MINUS_SRC_COLOR, GL_DST_COLOR, GL_ONE_MINUS_DST_COLOR, GL_SRC_ALPHA,
        GL_ONE_MINUS_SRC_ALPHA, GL_DST_ALPHA, GL_ONE_MINUS_DST_ALPHA, GL_SRC_ALPHA_SATURATE, GL_CONSTANT_COLOR,
        GL_ONE_MINUS_CONSTANT_COLOR, GL_CONSTANT_ALPHA, GL_ONE_MINUS_CONSTANT_ALPHA,
    };
    static const GLenum equations[5] = { GL_FUNC_ADD, GL_FUNC_SUBTRACT, GL_FUNC_REVERSE_SUBTRACT, GL_MIN, GL_MAX };
    clear();
    glBlendColor(0.3f, 0.9f, 0.5f, 0.25f * (float)frame);
    for (int i = 0; i < 15; i++) {
        if (i % 3) {
            glBlendFunc(factors[i], factors[14 - i == 10 ? 0 : 14 - i]);
        } else {
            glBlendFuncSeparate(factors[i], GL_ONE, GL_ONE, factors[(i + 4) % 10]);
        }
        blend_cell(stage, i);
    }
    glBlendFunc(GL_SRC_ALPHA, GL_ONE);
    for (int i = 0; i < 5; i++) {
        glBlendEquation(equations[i]);
        blend_cell(stage, 15 + i);
    }
    glBlendEquation(GL_FUNC_ADD);
    glDisable(GL_BLEND);
}

static void logic_op(const struct stage *stage, int frame)
{
    clear();
    for (int i = 0; i < 16; i++) {
        cell(stage, i, 4, 4);
        glDisable(GL_COLOR_LOGIC_OP);
        glColor3ub(0xa5, (GLubyte)(0x3c + frame), 0x0f);
        glRectf(-1.5f, -1.5f, 0.5f, 1);
        glEnable(GL_COLOR_LOGIC_OP);
        glLogicOp((GLenum)(GL_CLEAR + i));
        glColor3ub(0x33, 0x55, 0xf0);
        glRectf(-0.5f, -1, 1.5f, 1.5f);
    }
    glLogicOp(GL_COPY);
    glDisable(GL_COLOR_LOGIC_OP);
}

static void masks(const struct stage *stage, int frame)
{
    clear();
    whole(stage);
    glEnable(GL_SCISSOR_TEST);
    for (int i = 0; i < 8; i++) {
        glScissor(4 + 14 * i, 3 * i + frame, 20, 70);
        glColorMask((GLboolean)(i & 1), (GLboolean)(i >> 1 & 1), (GLboolean)(i >> 2 & 1), GL_TRUE);
        glClearColor(0.9f, 0.8f, 0.7f, 1);
        glClear(GL_COLOR_BUFFER_BIT);
    }
    glColorMask(GL_TRUE, GL_TRUE, GL_TRUE, GL_TRUE);
    glDisable(GL_SCISSOR_TEST);
}

static void accumulate(const struct stage *stage, int frame)
{
    whole(stage);
    glClearAccum(0.1f, 0, 0.05f, 0);
    glClear(GL_ACCUM_BUFFER_BIT);
    for (int i = 0; i < 4; i++) {
        clear();
        glPushMatrix();
        glTranslatef(0.15f * (float)i - 0.3f, 0.05f * (float)frame, 0);
        pick_color(i);
        disc(0.5f, 0);
        glPopMatrix();
        glAccum(i == 0 ? GL_LOAD : GL_ACCUM, 0.25f);
    }
    glAccum(GL_ADD, 0.05f);
    glAccum(GL_MULT, 1.1f);
    glAccum(GL_RETURN, 1);
}

static void fog_bars(void)
{
    for (int i = 0; i < 6; i++) {
        pick_color(i);
        glFogCoordf((float)i);
        glBegin(GL_QUADS);
        glVertex3f((float)i * 0.6f - 1.9f, -1.5f, (float)i * -2);
        glVertex3f((float)i * 0.6f - 1.4f, -1.5f, (float)i * -2);
        glVertex3f((float)i * 0.6f - 1.4f, 1.5f, (float)i * -1);
        glVertex3f((float)i * 0.6f - 1.9f, 1.5f, (float)i * -1);
        glEnd();
    }
}

static void fog(const struct stage *stage, int frame)
{
    static const GLint modes[4] = { GL_LINEAR, GL_EXP, GL_EXP2, GL_LINEAR };
    static const GLfloat color[4] = { 0.7f, 0.7f, 0.9f, 1 };
    clear();
    glEnable(GL_FOG);
    glFogfv(GL_FOG_COLOR, color);
    glFogf(GL_FOG_START, 1);
    glFogf(GL_FOG_END, 9 + (float)frame);
    glFogf(GL_FOG_DENSITY, 0.2f);
    glHint(GL_FOG_HINT, GL_NICEST);
    for (int i = 0; i < 4; i++) {
        cell(stage, i, 2, 2);
        glFogi(GL_FOG_MODE, modes[i]);
        glFogi(GL_FOG_COORD_SRC, i == 3 ? GL_FOG_COORD : GL_FRAGMENT_DEPTH);
        fog_bars();
    }
    glFogi(GL_FOG_COORD_SRC, GL_FRAGMENT_DEPTH);
    glDisable(GL_FOG);
}

static void draw_buffers(const struct stage *stage, int frame)
{
    whole(stage);
    glDrawBuffer(GL_BACK);
    clear();
    glColor3f(1, 0.5f, 0);
    glRectf(-0.8f, -0.8f, 0.2f, 0.2f);
    glDrawBuffer(GL_NONE);
    glColor3f(1, 1, 1);
    glRectf(-1, -1, 1, 1);
    glDrawBuffer(GL_FRONT_AND_BACK);
    glColor3f(0, 0.5f, 0.1f * (float)frame);
    glRectf(0, 0, 0.9f, 0.9f);
    glDrawBuffer(GL_BACK);
}

const struct scene fragment_scenes[] = {
    { "stencil", 200, 100, stencil, NULL },
    { "depth", 200, 100, depth, NULL },
    { "alpha", 160, 80, alpha, NULL },
    { "blend", 200, 160, blend, NULL },
    { "logic-op", 160, 160, logic_op, NULL },
    { "masks", 128, 96, masks, NULL },
    { "accumulate", 128, 128, accumulate, NULL },
    { "fog", 200, 200, fog, NULL },
    { "draw-buffers", 96, 96, draw_buffers, NULL },
    { NULL, 0, 0, NULL, NULL },
};
