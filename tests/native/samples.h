/* One call of each command that C writes to the batch. */
#ifndef SAMPLES_H
#define SAMPLES_H

#include "generated/samples.g.h"

/* An array filled by the formula of Vmgl.Testing.Samples.Pattern. Valid for the next seven calls. */
const void *sample_pattern(int bytes, int seed);

void vmgl_call_samples(void);

#endif
