/* What glXGetProcAddress searches. */
#ifndef VMGL_PROCS_H
#define VMGL_PROCS_H

struct vmgl_proc {
    const char *name;
    void (*address)(void);
};

extern const struct vmgl_proc vmgl_procs[];
extern const unsigned vmgl_proc_count;

#endif
