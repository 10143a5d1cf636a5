/* The guest library, which is loaded at the first GL or GLX call that needs it. */
#ifndef VMGL_LOADER_H
#define VMGL_LOADER_H

#include "guest_abi.h"

extern struct vmgl_guest_api vmgl_api;

#endif
