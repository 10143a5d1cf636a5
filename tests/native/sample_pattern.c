#include "samples.h"

#include <stdalign.h>

enum { KEPT = 8, LARGEST = 4096 };

const void *sample_pattern(int bytes, int seed)
{
    static alignas(16) uint8_t kept[KEPT][LARGEST];
    static int next;
    uint8_t *pattern = kept[next++ % KEPT];
    for (int i = 0; i < bytes && i < LARGEST; i++)
        pattern[i] = (uint8_t)(i * 13 + seed * 31 + 7);
    return pattern;
}
