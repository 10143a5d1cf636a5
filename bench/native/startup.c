/* startup LIBRARY RUNS: the cost of preloading a library for a program that draws nothing. Runs `true` alternately with and without
 * it, so that changes of the machine's speed affect both, and prints medians in microseconds. */
#define _GNU_SOURCE
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <time.h>

static double run_once(char **environment)
{
    char *arguments[] = {"/bin/true", NULL};
    struct timespec start, end;
    pid_t child;
    int status;
    clock_gettime(CLOCK_MONOTONIC, &start);
    if (posix_spawn(&child, arguments[0], NULL, NULL, arguments, environment) != 0 || waitpid(child, &status, 0) != child || status != 0) {
        fprintf(stderr, "startup: cannot run %s\n", arguments[0]);
        exit(1);
    }
    clock_gettime(CLOCK_MONOTONIC, &end);
    return (double)(end.tv_sec - start.tv_sec) * 1e6 + (double)(end.tv_nsec - start.tv_nsec) / 1e3;
}

static int ascending(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

int main(int count, char **arguments)
{
    int runs = count == 3 ? atoi(arguments[2]) : 0;
    if (runs < 1) {
        fprintf(stderr, "usage: startup LIBRARY RUNS\n");
        return 2;
    }
    char preload[4096];
    snprintf(preload, sizeof preload, "LD_PRELOAD=%s", arguments[1]);
    char *plain[] = {"LC_ALL=C", NULL}, *preloaded[] = {"LC_ALL=C", preload, NULL};
    size_t size = sizeof(double) * (size_t)runs;
    double *without = malloc(size), *with = malloc(size);
    for (int i = 0; i < runs; i++) {
        without[i] = run_once(plain);
        with[i] = run_once(preloaded);
    }
    qsort(without, (size_t)runs, sizeof *without, ascending);
    qsort(with, (size_t)runs, sizeof *with, ascending);
    printf("preload: %.0f us more (median of %d: %.0f us with, %.0f us without)\n",
        with[runs / 2] - without[runs / 2], runs, with[runs / 2], without[runs / 2]);
    return 0;
}
