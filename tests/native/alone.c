/* A program that meets libGL.so.1 without a guest library that fits: it must go on, with calls that do nothing. */
#include "samples.h"

#include <stdio.h>

extern GLenum glGetError(void);
extern Bool glXQueryExtension(Display *display, int *error, int *event);

int main(void)
{
    if (glXQueryExtension(NULL, NULL, NULL) || glGetError() != 0)
        return 1;
    vmgl_call_samples();
    return glGetError() == 0 ? 0 : 1;
}
