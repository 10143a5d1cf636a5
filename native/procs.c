/* glXGetProcAddress: the address of every exported name, and NULL for all others. Needs neither display nor context (GLX 1.4 section 3.3.12). */
#include "vmgl.h"

#include <stdlib.h>

struct proc {
    const char *name;
    void (*address)(void);
};

#define VMGL_PROC(name) extern void vmgl_proc_##name(void) __asm__(#name);
#include "generated/procs.g.inc"
#undef VMGL_PROC

#define VMGL_PROC(name) { #name, vmgl_proc_##name },
static const struct proc procs[] = {
#include "generated/procs.g.inc"
};
#undef VMGL_PROC

static int by_name(const void *name, const void *proc)
{
    return strcmp(name, ((const struct proc *)proc)->name);
}

VMGL_ENTRY __GLXextFuncPtr glXGetProcAddress(const GLubyte *procName)
{
    if (!procName)
        return NULL;
    const struct proc *found = bsearch(procName, procs, sizeof procs / sizeof *procs, sizeof *procs, by_name);
    return found ? found->address : NULL;
}

VMGL_ALIAS(glXGetProcAddress, glXGetProcAddressARB);
