/* State queries mixed with all commands that change state: the guest answers most of them itself, and must answer as
 * GL would. Queries and commands follow from a seed; answers and errors are printed. */
#include "scene.h"

#include <stdint.h>
#include <stdio.h>

enum { LISTS = 6, TEXTURES = 5 };

struct dice {
    uint32_t state;
    GLuint lists;
    GLuint textures[TEXTURES];
    GLuint made; /* the number of the list being compiled, from 1; 0 for none */
    GLbitfield always; /* attribute groups that glPushAttrib always saves */
    int keeps_targets; /* whether texture names are never reused for another target */
};

static uint32_t roll(struct dice *dice, uint32_t sides)
{
    dice->state = dice->state * 1664525u + 1013904223u;
    return (dice->state >> 8) % sides;
}

#define PICK(dice, array) ((array)[roll(dice, sizeof(array) / sizeof((array)[0]))])

static const GLenum capabilities[] = {
    GL_BLEND, GL_DEPTH_TEST, GL_TEXTURE_2D, GL_TEXTURE_1D, GL_ALPHA_TEST, GL_FOG, GL_LIGHTING, GL_CULL_FACE, GL_SCISSOR_TEST,
    GL_TEXTURE_GEN_S, GL_NORMALIZE, GL_LIGHT3, GL_CLIP_PLANE2, GL_MULTISAMPLE, GL_TEXTURE_3D, GL_POLYGON_OFFSET_FILL, GL_DITHER,
    GL_VERTEX_PROGRAM_ARB, GL_POINT_SPRITE, 0x1234,
};
/* Without the current colour: Mesa 22 returns uninitialized memory for it after some lists. */
static const GLenum names[] = {
    GL_BLEND_SRC, GL_BLEND_DST, GL_BLEND_SRC_ALPHA, GL_BLEND_EQUATION_RGB, GL_DEPTH_FUNC, GL_DEPTH_WRITEMASK, GL_ALPHA_TEST_FUNC,
    GL_ALPHA_TEST_REF, GL_CULL_FACE_MODE, GL_FRONT_FACE, GL_POLYGON_MODE, GL_SHADE_MODEL, GL_VIEWPORT, GL_SCISSOR_BOX,
    GL_COLOR_WRITEMASK, GL_COLOR_CLEAR_VALUE, GL_LINE_WIDTH, GL_POINT_SIZE, GL_MATRIX_MODE, GL_STENCIL_FUNC, GL_STENCIL_WRITEMASK,
    GL_TEXTURE_BINDING_2D, GL_TEXTURE_BINDING_1D, GL_ACTIVE_TEXTURE, GL_LIST_INDEX, GL_LIST_MODE, GL_LIST_BASE, GL_ATTRIB_STACK_DEPTH,
    GL_MODELVIEW_STACK_DEPTH, GL_MODELVIEW_MATRIX, GL_PROJECTION_MATRIX, GL_FOG_MODE, GL_FOG_COLOR, GL_FOG_DENSITY,
    GL_PERSPECTIVE_CORRECTION_HINT, GL_DEPTH_RANGE, GL_DEPTH_CLEAR_VALUE, GL_MAX_LIGHTS, GL_LINE_STIPPLE_PATTERN, GL_DRAW_BUFFER,
    GL_BLEND_COLOR, GL_LOGIC_OP_MODE, GL_LIGHT_MODEL_TWO_SIDE, GL_COLOR_MATERIAL_FACE, GL_MAX_TEXTURE_SIZE, GL_RED_BITS,
    GL_POLYGON_OFFSET_FACTOR, GL_STENCIL_CLEAR_VALUE, GL_RENDER_MODE, GL_MAX_VIEWPORT_DIMS, GL_PROJECTION_STACK_DEPTH, 0x1111,
};
static const GLenum factors[] = { GL_ONE, GL_ZERO, GL_SRC_ALPHA, GL_ONE_MINUS_SRC_ALPHA, GL_DST_COLOR, GL_SRC_ALPHA_SATURATE, 0x9999 };
static const GLenum comparisons[] = { GL_LESS, GL_LEQUAL, GL_ALWAYS, GL_NEVER, 0x77 };
static const GLfloat amounts[] = { 0, 0.25f, 1, 2.5f, -1, 0.1f };
static const GLbitfield groups[] = {
    GL_ALL_ATTRIB_BITS, GL_ENABLE_BIT, GL_COLOR_BUFFER_BIT, GL_TEXTURE_BIT, GL_TRANSFORM_BIT | GL_VIEWPORT_BIT, GL_LIST_BIT | GL_FOG_BIT,
    GL_CURRENT_BIT | GL_POLYGON_BIT, GL_LIGHTING_BIT | GL_DEPTH_BUFFER_BIT, GL_HINT_BIT | GL_LINE_BIT | GL_POINT_BIT | GL_SCISSOR_BIT,
};

static void change_fragments(struct dice *dice)
{
    GLfloat amount = PICK(dice, amounts);
    switch (roll(dice, 9)) {
    case 0: glBlendFunc(PICK(dice, factors), PICK(dice, factors)); break;
    case 1: glDepthFunc(PICK(dice, comparisons)); break;
    case 2: glAlphaFunc(PICK(dice, comparisons), amount); break;
    case 3: glDepthMask((GLboolean)roll(dice, 2)); break;
    case 4: glColorMask((GLboolean)roll(dice, 2), 1, (GLboolean)roll(dice, 2), 0); break;
    case 5: glClearColor(amount, 0.5f, 0.25f, PICK(dice, amounts)); break;
    case 6: glStencilFunc(PICK(dice, comparisons), 1, roll(dice, 2) ? 0xffffffffu : 3); break;
    case 7: glBlendFuncSeparate(PICK(dice, factors), PICK(dice, factors), PICK(dice, factors), PICK(dice, factors)); break;
    default: glDepthRange(roll(dice, 2) ? 0.0 : 0.5, 1.0); break;
    }
}

static void change_rasterization(struct dice *dice)
{
    static const GLenum faces[] = { GL_FRONT, GL_BACK, GL_FRONT_AND_BACK, GL_LEFT };
    static const GLenum modes[] = { GL_POINT, GL_LINE, GL_FILL, GL_FLAT };
    GLfloat amount = PICK(dice, amounts);
    switch (roll(dice, 9)) {
    case 0: glPolygonMode(PICK(dice, faces), PICK(dice, modes)); break;
    case 1: glCullFace(PICK(dice, faces)); break;
    case 2: glLineWidth(amount); break;
    case 3: glPointSize(amount); break;
    case 4: glShadeModel(roll(dice, 2) ? GL_FLAT : PICK(dice, modes)); break;
    case 5: glViewport((GLint)roll(dice, 9), 1, (GLsizei)roll(dice, 80) - 5, 50); break;
    case 6: glScissor(2, (GLint)roll(dice, 9), (GLsizei)roll(dice, 80) - 5, 50); break;
    case 7: glPolygonOffset(amount, -amount); break;
    default: glHint(GL_PERSPECTIVE_CORRECTION_HINT, roll(dice, 2) ? GL_NICEST : PICK(dice, modes)); break;
    }
}

static void change_lights(struct dice *dice)
{
    GLfloat color[4] = { PICK(dice, amounts), 0.5f, PICK(dice, amounts), 1 };
    GLfloat amount = PICK(dice, amounts);
    switch (roll(dice, 8)) {
    case 0: glFogi(GL_FOG_MODE, roll(dice, 2) ? GL_LINEAR : GL_EXP2); break;
    case 1: glFogf(GL_FOG_DENSITY, amount); break;
    case 2: glFogfv(GL_FOG_COLOR, color); break;
    case 3: glColor4fv(color); break;
    case 4: glColor3ub((GLubyte)roll(dice, 256), 7, 9); break;
    case 5: glColor3f(amount, 1, 0.5f); break;
    case 6: glLightModeli(GL_LIGHT_MODEL_TWO_SIDE, (GLint)roll(dice, 2)); break;
    default: glColorMaterial(roll(dice, 2) ? GL_FRONT : GL_BACK, roll(dice, 3) ? GL_DIFFUSE : GL_LIGHT0); break;
    }
}

static void change_matrices(struct dice *dice)
{
    static const GLenum modes[] = { GL_MODELVIEW, GL_MODELVIEW, GL_PROJECTION, GL_TEXTURE, GL_LINE };
    static const GLfloat matrix[16] = { 2, 0, 0, 0, 0, 3, 0, 0, 0, 0, 4, 0, 1, 2, 3, 1 };
    GLenum mode = PICK(dice, modes);
    if (mode == GL_TEXTURE && dice->always)
        mode = GL_PROJECTION; /* Mesa's glPopAttrib (22.3) may leave the texture matrix of another unit current */
    switch (roll(dice, 8)) {
    case 0: glMatrixMode(mode); break;
    case 1: glLoadIdentity(); break;
    case 2: glPushMatrix(); break;
    case 3: glPopMatrix(); break;
    case 4: glRotatef((GLfloat)roll(dice, 4) * 30, 1, 1, 0); break;
    case 5: glTranslatef(0.1f, (GLfloat)roll(dice, 3), 0.3f); break;
    case 6: glLoadMatrixf(matrix); break;
    default: glMultMatrixf(matrix); break;
    }
}

static void change_textures(struct dice *dice)
{
    static const GLint modes[] = { GL_MODULATE, GL_REPLACE, GL_ADD, GL_DECAL, GL_COMBINE, GL_LINE };
    static const GLenum targets[] = { GL_TEXTURE_2D, GL_TEXTURE_2D, GL_TEXTURE_2D, GL_TEXTURE_1D, GL_LINE };
    GLuint place = roll(dice, TEXTURES), name = dice->textures[place];
    GLenum target = PICK(dice, targets);
    if (dice->keeps_targets)
        target = place == 0 ? GL_TEXTURE_1D : GL_TEXTURE_2D;
    switch (roll(dice, 7)) {
    case 0: glActiveTexture(GL_TEXTURE0 + roll(dice, 5)); break;
    case 1: glTexEnvi(GL_TEXTURE_ENV, GL_TEXTURE_ENV_MODE, PICK(dice, modes)); break;
    case 2: glTexEnvf(GL_TEXTURE_ENV, GL_TEXTURE_ENV_MODE, (GLfloat)PICK(dice, modes)); break;
    case 3: glBindTexture(target, 0); break;
    case 4:
        if (!dice->made && roll(dice, 3) == 0)
            glDeleteTextures(1, &name);
        break;
    default: glBindTexture(target, name); break;
    }
}

/* A list calls only lists with higher numbers, so that the recursion ends. */
static void call_lists(struct dice *dice)
{
    GLuint behind = LISTS - dice->made;
    if (behind > 0) {
        GLubyte several[2] = { (GLubyte)(dice->made + roll(dice, behind)), 99 };
        if (roll(dice, 3))
            glCallList(dice->lists + several[0]);
        else
            glCallLists(2, GL_UNSIGNED_BYTE, several);
    }
}

static void change_lists(struct dice *dice)
{
    GLuint place = roll(dice, LISTS);
    switch (roll(dice, 8)) {
    case 0:
    case 1:
        if (!dice->made || roll(dice, 5) == 0)
            glNewList(dice->lists + place, roll(dice, 2) ? GL_COMPILE : GL_COMPILE_AND_EXECUTE);
        dice->made = dice->made ? dice->made : place + 1;
        break;
    case 2:
    case 3:
        glEndList();
        dice->made = 0;
        break;
    case 4:
        if (!dice->made)
            glListBase(roll(dice, 3) ? dice->lists : 7);
        break;
    default:
        call_lists(dice);
        break;
    }
}

static void change(struct dice *dice)
{
    switch (roll(dice, 14)) {
    case 0:
    case 1: change_fragments(dice); break;
    case 2: change_rasterization(dice); break;
    case 3: change_lights(dice); break;
    case 4:
    case 5: change_matrices(dice); break;
    case 6:
    case 7: change_textures(dice); break;
    case 8: change_lists(dice); break;
    case 9: glPushAttrib(PICK(dice, groups) | dice->always); break;
    case 10: glPopAttrib(); break;
    case 11: glEnable(PICK(dice, capabilities)); break;
    case 12: glDisable(PICK(dice, capabilities)); break;
    default:
        if (roll(dice, 6) == 0) {
            glBegin(roll(dice, 4) ? GL_POINTS : 0x77);
            change_lights(dice);
            change_fragments(dice);
            glEnd();
        }
        break;
    }
}

static void print_values(const char *how, GLenum name, const double *values)
{
    printf("%s %04x:", how, name);
    for (int i = 0; i < 16; i++)
        printf(" %.9g", values[i]);
    putchar('\n');
}

static void ask_as(struct dice *dice, GLenum name)
{
    double values[16];
    GLfloat floats[16];
    GLint integers[16];
    GLboolean booleans[16];
    for (int i = 0; i < 16; i++) {
        values[i] = -7;
        floats[i] = -7;
        integers[i] = -7;
        booleans[i] = 5;
    }
    switch (roll(dice, 5)) {
    case 0:
    case 1:
        glGetIntegerv(name, integers);
        for (int i = 0; i < 16; i++)
            values[i] = integers[i];
        print_values("integers", name, values);
        break;
    case 2:
        glGetFloatv(name, floats);
        for (int i = 0; i < 16; i++)
            values[i] = (double)floats[i];
        print_values("floats", name, values);
        break;
    case 3:
        glGetDoublev(name, values);
        print_values("doubles", name, values);
        break;
    default:
        glGetBooleanv(name, booleans);
        for (int i = 0; i < 16; i++)
            values[i] = booleans[i];
        print_values("booleans", name, values);
        break;
    }
}

static void ask(struct dice *dice)
{
    GLint mode = -7;
    GLenum name;
    switch (roll(dice, 6)) {
    case 0:
        name = PICK(dice, capabilities);
        printf("enabled %04x: %d\n", name, glIsEnabled(name));
        break;
    case 1:
        glGetTexEnviv(roll(dice, 20) ? GL_TEXTURE_ENV : 0, GL_TEXTURE_ENV_MODE, &mode);
        printf("environment: %04x\n", (unsigned)mode);
        break;
    case 2:
        ask_as(dice, PICK(dice, capabilities));
        break;
    default:
        ask_as(dice, PICK(dice, names));
        break;
    }
}

/* Names are chosen by the program: those of glGen* may differ between drivers, and would appear in the answers. */
static void prepare(struct dice *dice)
{
    for (GLuint i = 0; i < TEXTURES; i++)
        dice->textures[i] = 4711 + i;
    dice->lists = 1000;
    dice->made = 0;
}

static void play(struct dice *dice, int steps, int questions)
{
    for (int i = 0; i < steps; i++) {
        change(dice);
        for (int n = (int)roll(dice, (uint32_t)questions); n > 0; n--)
            ask(dice);
        if (roll(dice, 9) == 0)
            printf("error %04x\n", glGetError());
    }
}

static void finish(struct dice *dice)
{
    GLint depth = 0;
    glEndList();
    glGetIntegerv(GL_ATTRIB_STACK_DEPTH, &depth);
    while (depth-- > 0)
        glPopAttrib();
    glDeleteLists(dice->lists, LISTS);
    glDeleteTextures(TEXTURES, dice->textures);
    while (glGetError() != GL_NO_ERROR)
        continue;
}

static void at_random(uint32_t seed, int steps, int questions, GLbitfield always)
{
    struct dice dice = { .state = seed, .always = always };
    prepare(&dice);
    play(&dice, steps, questions);
    finish(&dice);
}

/* Many queries in a row, then many changes between two queries. */
static void questions_often(const struct stage *stage, int frame)
{
    (void)stage, (void)frame;
    for (uint32_t seed = 1; seed <= 12; seed++)
        at_random(seed, 500, 5, 0);
    glColorMask(1, 1, 1, 1);
    glClear(GL_COLOR_BUFFER_BIT);
}

static void questions_seldom(const struct stage *stage, int frame)
{
    (void)stage, (void)frame;
    for (uint32_t seed = 101; seed <= 112; seed++)
        at_random(seed, 4000, 1 + (int)(seed % 2), 0);
    glColorMask(1, 1, 1, 1);
    glClear(GL_COLOR_BUFFER_BIT);
}

/* Mesa (22.3) loses track of state that changed inside a level of the attribute stack that did not save it. Levels that save everything
 * behave as GL specifies. */
static void questions_whole(const struct stage *stage, int frame)
{
    (void)stage, (void)frame;
    for (uint32_t seed = 201; seed <= 206; seed++)
        at_random(seed, 1000, 3, GL_ALL_ATTRIB_BITS);
    glColorMask(1, 1, 1, 1);
    glClear(GL_COLOR_BUFFER_BIT);
}

/* Two contexts with the same lists and textures alternate. An attribute stack level cannot be rebuilt if it refers to a deleted texture whose name
 * has been reused for another target. */
static void questions_shared(const struct scene *scene, const struct request *request)
{
    struct stage stage;
    struct dice dice[2] = {
        { .state = 31, .always = GL_ALL_ATTRIB_BITS, .keeps_targets = 1 }, { .state = 32, .always = GL_ALL_ATTRIB_BITS, .keeps_targets = 1 },
    };
    GLXContext contexts[2];
    int count = 0;
    stage_open(&stage, stage_display(), scene, request->x, stage_usual);
    XVisualInfo *visual = glXChooseVisual(stage.display, DefaultScreen(stage.display), (int *)stage_usual);
    contexts[0] = stage.context;
    contexts[1] = glXCreateContext(stage.display, visual, stage.context, True);
    prepare(&dice[0]);
    prepare(&dice[1]);
    for (int turn = 0; turn < 40; turn++) {
        glXMakeCurrent(stage.display, stage.window, contexts[turn & 1]);
        play(&dice[turn & 1], 100, 3);
        count += dice[turn & 1].made != 0;
        glEndList();
        dice[turn & 1].made = 0;
    }
    printf("lists left open %d\n", count);
    for (int i = 1; i >= 0; i--) {
        glXMakeCurrent(stage.display, stage.window, contexts[i]);
        finish(&dice[i]);
    }
    glXDestroyContext(stage.display, contexts[1]);
    XFree(visual);
    glDrawBuffer(GL_BACK);
    glColorMask(1, 1, 1, 1);
    glClearColor(0, 0.5f, 0, 1);
    glDisable(GL_SCISSOR_TEST);
    glClear(GL_COLOR_BUFFER_BIT);
    stage_show(&stage);
    picture_save(request->ppm, stage.display, &stage.window, 1);
    stage_close(&stage);
}

const struct scene question_scenes[] = {
    { "questions-often", 64, 64, questions_often, NULL },
    { "questions-seldom", 64, 64, questions_seldom, NULL },
    { "questions-whole", 64, 64, questions_whole, NULL },
    { "questions-shared", 64, 64, NULL, questions_shared },
    { 0 },
};
