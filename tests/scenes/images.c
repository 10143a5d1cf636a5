/* Images: textures of each kind, pixel rectangles, bitmaps, and the storage modes that describe their layout in memory. */
#include "scene.h"

#include <stdio.h>
#include <string.h>

enum { side = 16 };

static GLubyte rgba[side * 2][side * 2][4];

static void make_image(void)
{
    for (int y = 0; y < side * 2; y++) {
        for (int x = 0; x < side * 2; x++) {
            rgba[y][x][0] = (GLubyte)(x * 8);
            rgba[y][x][1] = (GLubyte)(y * 8);
            rgba[y][x][2] = (GLubyte)((x ^ y) * 8);
            rgba[y][x][3] = 255;
        }
    }
}

static void nearest(GLenum target)
{
    glTexParameteri(target, GL_TEXTURE_MIN_FILTER, GL_NEAREST);
    glTexParameteri(target, GL_TEXTURE_MAG_FILTER, GL_NEAREST);
    glTexEnvi(GL_TEXTURE_ENV, GL_TEXTURE_ENV_MODE, GL_REPLACE);
}

static void quad(float x, float y, float z)
{
    glBegin(GL_QUADS);
    glTexCoord3f(0, 0, z);
    glVertex2f(x, y);
    glTexCoord3f(1, 0, z);
    glVertex2f(x + 0.9f, y);
    glTexCoord3f(1, 1, z);
    glVertex2f(x + 0.9f, y + 0.9f);
    glTexCoord3f(0, 1, z);
    glVertex2f(x, y + 0.9f);
    glEnd();
}

/* Part of a larger image: row length, skipped rows and pixels, and rows padded for alignment. */
static void textures(const struct stage *stage, int frame)
{
    (void)frame;
    whole(stage);
    make_image();
    glClear(GL_COLOR_BUFFER_BIT);
    GLuint names[3];
    glGenTextures(3, names);
    glPixelStorei(GL_UNPACK_ROW_LENGTH, side * 2);
    glPixelStorei(GL_UNPACK_SKIP_PIXELS, 3);
    glPixelStorei(GL_UNPACK_SKIP_ROWS, 5);

    glEnable(GL_TEXTURE_2D);
    glBindTexture(GL_TEXTURE_2D, names[0]);
    nearest(GL_TEXTURE_2D);
    glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA, side, side, 0, GL_RGBA, GL_UNSIGNED_BYTE, rgba);
    glTexSubImage2D(GL_TEXTURE_2D, 0, 4, 4, 5, 3, GL_BGRA, GL_UNSIGNED_INT_8_8_8_8_REV, rgba);
    quad(-1, -1, 0);

    glBindTexture(GL_TEXTURE_2D, names[1]);
    nearest(GL_TEXTURE_2D);
    glPixelStorei(GL_UNPACK_ROW_LENGTH, 0);
    glPixelStorei(GL_UNPACK_SKIP_PIXELS, 0);
    glPixelStorei(GL_UNPACK_SKIP_ROWS, 0);
    static const GLubyte odd[3][12] = { /* rows of 9 bytes, padded to 12 */
        { 255, 0, 0, 0, 255, 0, 0, 0, 255 }, { 255, 255, 0, 0, 255, 255, 255, 0, 255 }, { 9, 99, 199, 199, 99, 9, 50, 50, 50 },
    };
    glTexImage2D(GL_TEXTURE_2D, 0, GL_RGB, 4, 4, 0, GL_RGB, GL_UNSIGNED_BYTE, NULL);
    glTexSubImage2D(GL_TEXTURE_2D, 0, 0, 0, 3, 3, GL_RGB, GL_UNSIGNED_BYTE, odd);
    glTexSubImage2D(GL_TEXTURE_2D, 0, 3, 0, 1, 4, GL_RGBA, GL_UNSIGNED_BYTE, rgba);
    glTexSubImage2D(GL_TEXTURE_2D, 0, 0, 3, 3, 1, GL_RGBA, GL_UNSIGNED_BYTE, rgba);
    quad(0.05f, -1, 0);
    glDisable(GL_TEXTURE_2D);

    glEnable(GL_TEXTURE_3D);
    glBindTexture(GL_TEXTURE_3D, names[2]);
    nearest(GL_TEXTURE_3D);
    glPixelStorei(GL_UNPACK_SKIP_IMAGES, 1);
    glPixelStorei(GL_UNPACK_IMAGE_HEIGHT, 8);
    glTexImage3D(GL_TEXTURE_3D, 0, GL_RGBA, 8, 4, 2, 0, GL_RGBA, GL_UNSIGNED_BYTE, rgba);
    quad(-1, 0.05f, 0.25f);
    quad(0.05f, 0.05f, 0.75f);
    glDisable(GL_TEXTURE_3D);
    glDeleteTextures(3, names);
}

static void copied_texture(const struct stage *stage, int frame)
{
    textures(stage, frame);
    GLuint name;
    glGenTextures(1, &name);
    glBindTexture(GL_TEXTURE_2D, name);
    nearest(GL_TEXTURE_2D);
    glCopyTexImage2D(GL_TEXTURE_2D, 0, GL_RGB, 8, 8, 32, 32, 0);
    glEnable(GL_TEXTURE_2D);
    quad(-0.45f, -0.45f, 0);
    glDisable(GL_TEXTURE_2D);
    static GLubyte back[34][40][4];
    memset(back, 7, sizeof back);
    glPixelStorei(GL_PACK_ROW_LENGTH, 40);
    glPixelStorei(GL_PACK_SKIP_PIXELS, 2);
    glPixelStorei(GL_PACK_SKIP_ROWS, 1);
    glGetTexImage(GL_TEXTURE_2D, 0, GL_RGBA, GL_UNSIGNED_BYTE, back);
    unsigned long sum = 0;
    for (size_t i = 0; i < sizeof back; i++) {
        sum = sum * 31 + ((GLubyte *)back)[i];
    }
    printf("texture read back: %lx\n", sum);
    GLint kept[3];
    glGetIntegerv(GL_PACK_ROW_LENGTH, &kept[0]);
    glGetIntegerv(GL_PACK_SKIP_PIXELS, &kept[1]);
    glGetIntegerv(GL_UNPACK_ALIGNMENT, &kept[2]);
    printf("modes: %d %d %d, error 0x%x\n", kept[0], kept[1], kept[2], glGetError());
}

static void rectangles(const struct stage *stage, int frame)
{
    (void)frame;
    whole(stage);
    make_image();
    glClearColor(0.1f, 0.1f, 0.2f, 1);
    glClear(GL_COLOR_BUFFER_BIT);
    glRasterPos2f(-0.9f, -0.9f);
    glDrawPixels(side, side, GL_RGBA, GL_UNSIGNED_BYTE, rgba);
    glPixelZoom(2, -1.5f);
    glRasterPos2f(-0.2f, 0.5f);
    glPixelTransferf(GL_RED_SCALE, 0.5f);
    glDrawPixels(side * 2, side, GL_RGB, GL_UNSIGNED_BYTE, rgba);
    glPixelTransferf(GL_RED_SCALE, 1);
    glPixelZoom(1, 1);

    static const GLubyte arrow[8] = { 0x18, 0x3c, 0x7e, 0xff, 0x18, 0x18, 0x18, 0x1b };
    glColor3f(1, 1, 0.3f);
    glPixelStorei(GL_UNPACK_ALIGNMENT, 1); /* rows of one byte */
    glRasterPos2f(-0.9f, 0.3f);
    for (int i = 0; i < 3; i++) {
        glBitmap(8, 8, 0, 0, 10, 2, arrow);
    }
    glPixelStorei(GL_UNPACK_SKIP_PIXELS, 3);
    glPixelStorei(GL_UNPACK_LSB_FIRST, GL_TRUE);
    glBitmap(5, 8, 0, 0, 10, 0, arrow);
    glBitmap(0, 0, 0, 0, 20, 0, NULL);
    glPixelStorei(GL_UNPACK_SKIP_PIXELS, 0);
    glPixelStorei(GL_UNPACK_LSB_FIRST, GL_FALSE);
    glBitmap(8, 8, 0, 0, 10, 0, arrow);
    glPixelStorei(GL_UNPACK_ALIGNMENT, 4);

    glRasterPos2f(0.5f, -0.9f);
    glCopyPixels(4, 4, 20, 20, GL_COLOR);
    GLubyte stipple[128], again[128];
    for (int i = 0; i < 128; i++) {
        stipple[i] = (GLubyte)(i * 37);
    }
    glPolygonStipple(stipple);
    glGetPolygonStipple(again);
    glEnable(GL_POLYGON_STIPPLE);
    glRectf(0.2f, 0.6f, 0.95f, 0.95f);
    glDisable(GL_POLYGON_STIPPLE);
    GLubyte pixel[3][8];
    memset(pixel, 1, sizeof pixel);
    glReadPixels(6, 6, 2, 3, GL_RGB, GL_UNSIGNED_BYTE, pixel);
    static GLubyte over[20][20][4];
    memset(over, 3, sizeof over);
    glReadPixels(-5, -5, 20, 20, GL_RGBA, GL_UNSIGNED_BYTE, over);
    printf("outside %d, inside %d; ", over[0][0][0], over[19][19][2]);
    printf("stipple %s; pixel %d %d %d, padding %d\n", memcmp(stipple, again, 128) ? "differs" : "equal", pixel[1][0], pixel[1][1],
           pixel[1][2], pixel[1][6]);
}

/* The output of selection and feedback, and pixel maps and evaluator maps read back. */
static void answers(const struct stage *stage, int frame)
{
    (void)frame;
    whole(stage);
    glClear(GL_COLOR_BUFFER_BIT);
    GLuint hits[64] = { 0 };
    glSelectBuffer(64, hits);
    glRenderMode(GL_SELECT);
    glInitNames();
    glPushName(5);
    glRectf(-0.5f, -0.5f, 0.5f, 0.5f);
    glLoadName(6);
    glRectf(3, 3, 4, 4);
    GLint count = glRenderMode(GL_RENDER);
    printf("hits %d: %u names, name %u, then %u\n", count, hits[0], hits[3], hits[4]);
    GLfloat values[64] = { 0 };
    glFeedbackBuffer(64, GL_2D, values);
    glRenderMode(GL_FEEDBACK);
    glPassThrough(42);
    glBegin(GL_POINTS);
    glVertex2f(0, 0);
    glEnd();
    count = glRenderMode(GL_RENDER);
    printf("feedback %d: %g %g, %g %g %g\n", count, values[0], values[1], values[2], values[3], values[4]);
    static const GLfloat map[4] = { 0, 0.25f, 0.75f, 1 };
    GLfloat read[8] = { 9, 9, 9, 9, 9, 9, 9, 9 };
    glPixelMapfv(GL_PIXEL_MAP_R_TO_R, 4, map);
    glGetPixelMapfv(GL_PIXEL_MAP_R_TO_R, read);
    printf("map %g %g %g, beyond %g\n", read[1], read[2], read[3], read[4]);
    static const GLfloat points[2][3] = { { 1, 2, 3 }, { 4, 5, 6 } };
    GLint order = 0;
    glMap1f(GL_MAP1_VERTEX_3, 0, 2, 3, 2, &points[0][0]);
    glGetMapiv(GL_MAP1_VERTEX_3, GL_ORDER, &order);
    glGetMapfv(GL_MAP1_VERTEX_3, GL_COEFF, read);
    printf("order %d, coefficients %g %g, beyond %g, error 0x%x\n", order, read[0], read[5], read[6], glGetError());
}

const struct scene image_scenes[] = {
    { "textures", 120, 120, textures, NULL },
    { "copied-texture", 120, 120, copied_texture, NULL },
    { "rectangles", 140, 120, rectangles, NULL },
    { "buffers-of-answers", 64, 64, answers, NULL },
    { NULL, 0, 0, NULL, NULL },
};
