/* One call of everything that C writes into the batch itself. */
#ifndef SAMPLES_H
#define SAMPLES_H

#include "generated/samples.g.h"

/* An array by the formula of Vmgl.Testing.Samples.Pattern; good until seven more were asked for. */
const void *sample_pattern(int bytes, int seed);

void vmgl_call_samples(void);

#endif
