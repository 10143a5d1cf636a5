/* glXGetProcAddress: every exported name, and NULL for all others. Needs neither display nor context (GLX 1.4 3.3.12). */
#include "procs.h"

#include "vmgl.h"

#include <stdlib.h>

static int by_name(const void *name, const void *proc)
{
    return strcmp(name, ((const struct vmgl_proc *)proc)->name);
}

VMGL_ENTRY __GLXextFuncPtr glXGetProcAddress(const GLubyte *procName)
{
    if (!procName)
        return NULL;
    const struct vmgl_proc *found =
        bsearch(procName, vmgl_procs, vmgl_proc_count, sizeof *vmgl_procs, by_name);
    return found ? found->address : NULL;
}

VMGL_ALIAS(glXGetProcAddress, glXGetProcAddressARB);
