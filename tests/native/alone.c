/* A program whose libGL.so.1 finds no matching guest library: it must continue, with calls that do nothing. */
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
