/* The completeness of framebuffers, queried after every operation that may change it. */
#include "scene.h"

#include <stdio.h>

enum { side = 32 };

static void status(const char *when)
{
    GLenum first = glCheckFramebufferStatus(GL_FRAMEBUFFER), again = glCheckFramebufferStatus(GL_FRAMEBUFFER);
    printf("%s: %x %x, draw %x, read %x", when, first, again, glCheckFramebufferStatus(GL_DRAW_FRAMEBUFFER), glCheckFramebufferStatus(GL_READ_FRAMEBUFFER));
    printf(", error %x\n", glGetError());
}

static void image(GLuint texture, GLenum format, int size)
{
    glBindTexture(GL_TEXTURE_2D, texture);
    glTexImage2D(GL_TEXTURE_2D, 0, (GLint)format, size, size, 0, GL_RGBA, GL_UNSIGNED_BYTE, NULL);
}

static void attach(GLenum where, GLuint texture, GLint level)
{
    glFramebufferTexture2D(GL_FRAMEBUFFER, where, GL_TEXTURE_2D, texture, level);
}

static void attachments(const GLuint *textures, const GLuint *renderbuffers)
{
    status("empty");
    attach(GL_COLOR_ATTACHMENT0, textures[0], 0);
    status("without an image");
    image(textures[0], GL_RGBA8, side);
    status("with an image");
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_NEAREST);
    status("filtered");
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_BASE_LEVEL, 2);
    status("of another base");
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_BASE_LEVEL, 0);
    image(textures[0], GL_LUMINANCE8, side);
    status("luminance");
    image(textures[0], GL_RGBA8, side);
    image(textures[0], GL_RGBA8, 0);
    status("of no size");
    glCopyTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA, 0, 0, 4, 4, 0);
    status("copied from itself");
    image(textures[0], GL_RGBA8, side);
    glBindRenderbuffer(GL_RENDERBUFFER, renderbuffers[0]);
    glFramebufferRenderbuffer(GL_FRAMEBUFFER, GL_DEPTH_ATTACHMENT, GL_RENDERBUFFER, renderbuffers[0]);
    status("depth without storage");
    glRenderbufferStorage(GL_RENDERBUFFER, GL_RGBA8, side, side);
    status("depth of colours");
    glRenderbufferStorage(GL_RENDERBUFFER, GL_DEPTH_COMPONENT24, side, side);
    status("depth");
    glDeleteRenderbuffers(1, renderbuffers);
    status("depth deleted");
}

static void buffers(const GLuint *textures)
{
    glDrawBuffer(GL_COLOR_ATTACHMENT1);
    status("draw buffer without an image");
    attach(GL_COLOR_ATTACHMENT1, textures[1], 0);
    image(textures[1], GL_RGBA8, side);
    status("and with one");
    glPushAttrib(GL_VIEWPORT_BIT);
    glPopAttrib();
    glPushAttrib(GL_COLOR_BUFFER_BIT);
    glDrawBuffer(GL_COLOR_ATTACHMENT2);
    status("another");
    glPopAttrib();
    status("popped");
    glReadBuffer(GL_COLOR_ATTACHMENT3);
    status("read buffer without an image");
    glReadBuffer(GL_COLOR_ATTACHMENT0);
    static const GLenum both[2] = { GL_COLOR_ATTACHMENT0, GL_COLOR_ATTACHMENT4 };
    glDrawBuffers(2, both);
    status("one of two");
    glDrawBuffer(GL_COLOR_ATTACHMENT0);
    attach(GL_COLOR_ATTACHMENT1, 0, 0);
    status("one again");
}

static void levels(GLuint texture)
{
    static const GLubyte texels[side * side * 4] = { 0 };
    attach(GL_COLOR_ATTACHMENT0, texture, 1);
    status("a level that is not there");
    glBindTexture(GL_TEXTURE_2D, texture);
    glTexParameteri(GL_TEXTURE_2D, GL_GENERATE_MIPMAP, GL_TRUE);
    status("to be made");
    glTexSubImage2D(GL_TEXTURE_2D, 0, 0, 0, side, side, GL_RGBA, GL_UNSIGNED_BYTE, texels);
    status("made");
    glTexParameteri(GL_TEXTURE_2D, GL_GENERATE_MIPMAP, GL_FALSE);
    image(texture, GL_RGBA8, side / 2);
    status("of another size");
    glGenerateMipmap(GL_TEXTURE_2D);
    status("made by name");
    attach(GL_COLOR_ATTACHMENT0, texture, 0);
    status("the first level");
}

static void lists(GLuint texture)
{
    GLuint list = glGenLists(1);
    glNewList(list, GL_COMPILE);
    image(texture, GL_RGBA8, 0);
    status("while an image is compiled");
    glEndList();
    status("before the call");
    glCallList(list);
    status("after the call");
    image(texture, GL_RGBA8, side);
    status("with an image again");
    glCallLists(1, GL_UNSIGNED_INT, &list);
    status("after another call");
    image(texture, GL_RGBA8, side);
    glDeleteLists(list, 1);
    glNewList(list, GL_COMPILE);
    glBindFramebuffer(GL_FRAMEBUFFER, 0);
    glEndList();
    status("bound while compiling");
}

static void other_context(const struct stage *stage, GLuint *framebuffers, GLuint texture)
{
    XVisualInfo *visual = glXChooseVisual(stage->display, DefaultScreen(stage->display), (int *)stage_usual);
    GLXContext other = glXCreateContext(stage->display, visual, stage->context, True);
    XFree(visual);
    glBindFramebuffer(GL_FRAMEBUFFER, framebuffers[0]);
    status("before");
    glXMakeCurrent(stage->display, stage->window, other);
    status("other context");
    image(texture, GL_RGBA8, 0);
    glXMakeCurrent(stage->display, stage->window, stage->context);
    status("changed there");
    glXMakeCurrent(stage->display, stage->window, other);
    image(texture, GL_RGBA8, side);
    glXMakeCurrent(stage->display, stage->window, stage->context);
    status("and back");
    glXMakeCurrent(stage->display, stage->window, other);
    glDeleteFramebuffers(1, framebuffers);
    glXMakeCurrent(stage->display, stage->window, stage->context);
    status("deleted there");
    glXMakeCurrent(stage->display, stage->window, other);
    glGenFramebuffers(1, framebuffers);
    glBindFramebuffer(GL_FRAMEBUFFER, framebuffers[0]);
    status("new there");
    glXMakeCurrent(stage->display, stage->window, stage->context);
    glBindFramebuffer(GL_FRAMEBUFFER, framebuffers[0]);
    status("new here");
    glXDestroyContext(stage->display, other);
}

static void wrong_moments(GLuint framebuffer)
{
    printf("wrong target %x", glCheckFramebufferStatus(GL_TEXTURE_2D));
    printf(", %x\n", glGetError());
    glBindFramebuffer(GL_TEXTURE_2D, framebuffer);
    status("bound wrongly");
    glBegin(GL_POINTS);
    glBindFramebuffer(GL_FRAMEBUFFER, framebuffer);
    GLenum inside = glCheckFramebufferStatus(GL_FRAMEBUFFER);
    glEnd();
    printf("inside %x, %x\n", inside, glGetError());
    status("after the end");
}

static void completeness(const struct stage *stage, int frame)
{
    GLuint framebuffers[2], textures[2], renderbuffers[1];
    whole(stage);
    glGenFramebuffers(2, framebuffers);
    glGenTextures(2, textures);
    glGenRenderbuffers(1, renderbuffers);
    for (int i = 0; i < 2; i++) {
        glBindTexture(GL_TEXTURE_2D, textures[i]); /* exists from now on, without an image */
    }
    status("window");
    glBindFramebuffer(GL_FRAMEBUFFER, framebuffers[0]);
    attachments(textures, renderbuffers);
    buffers(textures);
    levels(textures[0]);
    lists(textures[0]);
    glBindFramebuffer(GL_FRAMEBUFFER, framebuffers[0]);
    wrong_moments(framebuffers[1]);
    glBindFramebuffer(GL_READ_FRAMEBUFFER, framebuffers[1]);
    status("another is read");
    glBindFramebuffer(GL_DRAW_FRAMEBUFFER, 0);
    status("the window is drawn");
    other_context(stage, framebuffers, textures[0]);
    attach(GL_COLOR_ATTACHMENT0, textures[0], 0);
    status("attached again");
    glDeleteTextures(2, textures);
    status("without its texture");
    glDeleteFramebuffers(2, framebuffers);
    status("deleted while bound");
    glClearColor(0.2f, 0.1f, 0.1f * (float)(frame % 8), 1);
    glClear(GL_COLOR_BUFFER_BIT);
}

/* The usual frame of a real program: draws into textures, and queries the status after each bind. */
static void steady_targets(const struct stage *stage, int frame)
{
    static GLuint framebuffers[2], textures[2];
    whole(stage);
    if (frame == 0) {
        glGenFramebuffers(2, framebuffers);
        glGenTextures(2, textures);
        for (int i = 0; i < 2; i++) {
            image(textures[i], GL_RGBA8, side);
            glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_LINEAR);
            glBindFramebuffer(GL_FRAMEBUFFER, framebuffers[i]);
            attach(GL_COLOR_ATTACHMENT0, textures[i], 0);
        }
    }
    for (int i = 0; i < 2; i++) {
        glBindFramebuffer(GL_FRAMEBUFFER, framebuffers[i]);
        printf("%x ", glCheckFramebufferStatus(GL_FRAMEBUFFER));
        glPushAttrib(GL_VIEWPORT_BIT);
        glViewport(0, 0, side, side);
        glClearColor(0.1f * (float)i, 0.5f, 0.01f * (float)frame, 1);
        glClear(GL_COLOR_BUFFER_BIT);
        glPopAttrib();
    }
    glBindFramebuffer(GL_FRAMEBUFFER, 0);
    printf("%x\n", glCheckFramebufferStatus(GL_FRAMEBUFFER));
    glClearColor(0, 0, 0, 1);
    glClear(GL_COLOR_BUFFER_BIT);
    glBindTexture(GL_TEXTURE_2D, textures[frame % 2]);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_NEAREST);
    glEnable(GL_TEXTURE_2D);
    glColor3f(1, 1, 1);
    glRectf(-0.5f, -0.5f, 0.5f, 0.5f);
    glDisable(GL_TEXTURE_2D);
}

const struct scene completeness_scenes[] = {
    { "completeness", 80, 60, completeness, NULL },
    { "steady-targets", 80, 60, steady_targets, NULL },
    { NULL, 0, 0, NULL, NULL },
};
