/* Contents that GL writes only in the first frame and that later frames need: no later command of the program recreates them. */
#include "scene.h"

/* Copied from the framebuffer into a texture. */
static void copied_once(const struct stage *stage, int frame)
{
    enum { size = 64 };
    static GLuint texture;
    whole(stage);
    glClearColor(0.1f, 0.2f, 0.3f, 1);
    glClear(GL_COLOR_BUFFER_BIT | GL_DEPTH_BUFFER_BIT);
    if (frame == 0) {
        for (int i = 0; i < 7; i++) {
            pick_color(i);
            glRectf(-0.9f + 0.2f * (float)i, -1, -0.7f + 0.2f * (float)i, -0.8f + 0.25f * (float)i);
        }
        glGenTextures(1, &texture);
        glBindTexture(GL_TEXTURE_2D, texture);
        glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_NEAREST);
        glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_NEAREST);
        glCopyTexImage2D(GL_TEXTURE_2D, 0, GL_RGB, 0, 0, size, size, 0);
        glClear(GL_COLOR_BUFFER_BIT);
    }
    glEnable(GL_TEXTURE_2D);
    glColor3f(1, 1, 1);
    glBegin(GL_QUADS);
    const float x = 0.1f * (float)(frame % 5);
    for (int i = 0; i < 4; i++) {
        const float s = i == 1 || i == 2, t = i >= 2;
        glTexCoord2f(s, t);
        glVertex2f(s * 1.2f - 0.9f + x, t * 1.6f - 0.8f);
    }
    glEnd();
    glDisable(GL_TEXTURE_2D);
}

/* Summed in the accumulation buffer, with more bits than a colour has, both positive and negative. */
static void accumulated_once(const struct stage *stage, int frame)
{
    whole(stage);
    if (frame == 0) {
        glClearAccum(0.3f, -0.2f, 0.001f, 0.5f);
        glClear(GL_ACCUM_BUFFER_BIT);
        for (int i = 0; i < 5; i++) {
            glClearColor(0, 0, 0, 1);
            glClear(GL_COLOR_BUFFER_BIT);
            pick_color(i);
            glRectf(-0.8f + 0.3f * (float)i, -0.8f, 0.1f + 0.15f * (float)i, 0.8f);
            glAccum(GL_ACCUM, i % 2 ? -0.0717f : 0.1313f);
        }
    }
    glAccum(GL_RETURN, 1.0f + 0.25f * (float)(frame % 4));
    glEnable(GL_SCISSOR_TEST);
    glScissor(0, 0, stage->width / 2, stage->height);
    glAccum(GL_RETURN, -1.5f);
    glDisable(GL_SCISSOR_TEST);
}

const struct scene once_scenes[] = {
    { "copied-once", 120, 120, copied_once, NULL },
    { "accumulated-once", 96, 96, accumulated_once, NULL },
    { NULL, 0, 0, NULL, NULL },
};
