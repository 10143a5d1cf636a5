/* The command line: scene NAME --ppm FILE [--frames N] [--x N] [--hold 1] [--pbuffer 1], or scene --list [--drawing]. */
#include "scene.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const struct scene *const groups[] = {
    geometry_scenes, fragment_scenes, state_scenes, light_scenes, list_scenes,
    evaluator_scenes, program_scenes, answer_scenes, question_scenes, image_scenes, once_scenes, array_scenes, shader_scenes, object_scenes,
    interface_scenes, relinking_scenes, completeness_scenes, window_scenes, storm_scenes, error_scenes, font_scenes, process_scenes,
    timing_scenes,
};

enum { group_count = sizeof groups / sizeof groups[0], usual_frames = 3 };

/* Prints the names of the scenes that only draw, or of all. */
static int list(int drawing)
{
    for (int i = 0; i < group_count; i++) {
        for (const struct scene *scene = groups[i]; scene->name; scene++) {
            if (scene->draw || !drawing) {
                puts(scene->name);
            }
        }
    }
    return 0;
}

static const struct scene *find(const char *name)
{
    for (int i = 0; i < group_count; i++) {
        for (const struct scene *scene = groups[i]; scene->name; scene++) {
            if (strcmp(scene->name, name) == 0) {
                return scene;
            }
        }
    }
    fail(name, "no such scene; see --list");
}

static void run_draw(const struct scene *scene, const struct request *request)
{
    struct stage stage;
    stage_open(&stage, stage_display(), scene, request->x, stage_usual);
    for (int frame = 0; frame < request->frames; frame++) {
        scene->draw(&stage, frame);
        stage_show(&stage);
    }
    picture_save(request->ppm, stage.display, &stage.window, 1);
    if (request->hold) {
        stage_hold(&stage, scene, request);
    }
    stage_close(&stage);
}

static void run_draw_in_pbuffer(const struct scene *scene, const struct request *request)
{
    struct stage stage;
    pbuffer_open(&stage, stage_display(), scene);
    for (int frame = 0; frame < request->frames; frame++) {
        scene->draw(&stage, frame);
        pbuffer_show(&stage);
    }
    pbuffer_save(request->ppm, &stage);
    pbuffer_close(&stage);
}

static void read_options(struct request *request, int count, char **options)
{
    for (int i = 0; i + 1 < count; i += 2) {
        if (strcmp(options[i], "--ppm") == 0) {
            request->ppm = options[i + 1];
        } else if (strcmp(options[i], "--frames") == 0) {
            request->frames = atoi(options[i + 1]);
        } else if (strcmp(options[i], "--pbuffer") == 0) {
            request->in_pbuffer = atoi(options[i + 1]);
        } else if (strcmp(options[i], "--x") == 0) {
            request->x = atoi(options[i + 1]);
        } else if (strcmp(options[i], "--hold") == 0) {
            request->hold = atoi(options[i + 1]);
        } else {
            fail(options[i], "unknown option");
        }
    }
}

int main(int argc, char **argv)
{
    if (argc >= 2 && strcmp(argv[1], "--list") == 0) {
        return list(argc == 3 && strcmp(argv[2], "--drawing") == 0);
    }
    if (argc < 2) {
        fail("usage", "scene NAME --ppm FILE [--frames N] | scene --list");
    }

    struct request request = { .ppm = NULL, .frames = usual_frames };
    read_options(&request, argc - 2, argv + 2);
    if (!request.ppm || request.frames < 1) {
        fail(argv[1], "needs --ppm FILE, and --frames of at least 1");
    }

    const struct scene *scene = find(argv[1]);
    if (request.in_pbuffer && !scene->draw) {
        fail(argv[1], "draws in windows only");
    }
    (request.in_pbuffer ? run_draw_in_pbuffer : scene->draw ? run_draw : scene->run)(scene, &request);
    return 0;
}
