/* The C types of GL and GLX entry points. GLX's structs are passed on without access to their contents. */
#ifndef VMGL_GL_TYPES_H
#define VMGL_GL_TYPES_H

#include <stddef.h>
#include <stdint.h>

typedef void GLvoid;
typedef unsigned int GLenum;
typedef unsigned int GLbitfield;
typedef unsigned int GLuint;
typedef unsigned int GLhandleARB;
typedef int GLint;
typedef int GLsizei;
typedef unsigned char GLboolean;
typedef signed char GLbyte;
typedef unsigned char GLubyte;
typedef short GLshort;
typedef unsigned short GLushort;
typedef float GLfloat;
typedef float GLclampf;
typedef double GLdouble;
typedef double GLclampd;
typedef char GLchar;
typedef char GLcharARB;
typedef int64_t GLint64;
typedef struct __GLsync *GLsync;
typedef int64_t GLint64EXT;
typedef uint64_t GLuint64;
typedef uint64_t GLuint64EXT;
typedef void (*GLDEBUGPROC)(GLenum source, GLenum type, GLuint id, GLenum severity, GLsizei length, const GLchar *message, const void *user);
typedef GLDEBUGPROC GLDEBUGPROCARB;
typedef ptrdiff_t GLintptr;
typedef ptrdiff_t GLsizeiptr;

typedef int Bool;
typedef unsigned long XID;
typedef XID Window;
typedef XID Pixmap;
typedef XID Font;
typedef XID GLXDrawable;
typedef XID GLXWindow;
typedef XID GLXPixmap;
typedef XID GLXPbuffer;
typedef struct _XDisplay Display;
typedef struct vmgl_visual_info XVisualInfo;
typedef struct vmgl_glx_context *GLXContext;
typedef struct vmgl_glx_config *GLXFBConfig;
typedef void (*__GLXextFuncPtr)(void);

#endif
