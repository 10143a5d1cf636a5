/* Made by Vmgl.Generator from spec. Change that, then run: make generate */
/* What glXGetProcAddress finds, sorted by name. */
#include "../procs.h"

extern void glAccum(void);
extern void glActiveTexture(void);
extern void glActiveTextureARB(void);
extern void glAlphaFunc(void);
extern void glAreProgramsResidentNV(void);
extern void glAreTexturesResident(void);
extern void glAreTexturesResidentEXT(void);
extern void glArrayElement(void);
extern void glBegin(void);
extern void glBeginQuery(void);
extern void glBeginQueryARB(void);
extern void glBindBuffer(void);
extern void glBindBufferARB(void);
extern void glBindProgramARB(void);
extern void glBindProgramNV(void);
extern void glBindTexture(void);
extern void glBindTextureEXT(void);
extern void glBitmap(void);
extern void glBlendColor(void);
extern void glBlendColorEXT(void);
extern void glBlendEquation(void);
extern void glBlendEquationEXT(void);
extern void glBlendFunc(void);
extern void glBlendFuncSeparate(void);
extern void glBlendFuncSeparateEXT(void);
extern void glBufferData(void);
extern void glBufferDataARB(void);
extern void glBufferSubData(void);
extern void glBufferSubDataARB(void);
extern void glCallList(void);
extern void glCallLists(void);
extern void glClear(void);
extern void glClearAccum(void);
extern void glClearColor(void);
extern void glClearDepth(void);
extern void glClearIndex(void);
extern void glClearStencil(void);
extern void glClientActiveTexture(void);
extern void glClientActiveTextureARB(void);
extern void glClipPlane(void);
extern void glColor3b(void);
extern void glColor3bv(void);
extern void glColor3d(void);
extern void glColor3dv(void);
extern void glColor3f(void);
extern void glColor3fv(void);
extern void glColor3i(void);
extern void glColor3iv(void);
extern void glColor3s(void);
extern void glColor3sv(void);
extern void glColor3ub(void);
extern void glColor3ubv(void);
extern void glColor3ui(void);
extern void glColor3uiv(void);
extern void glColor3us(void);
extern void glColor3usv(void);
extern void glColor4b(void);
extern void glColor4bv(void);
extern void glColor4d(void);
extern void glColor4dv(void);
extern void glColor4f(void);
extern void glColor4fv(void);
extern void glColor4i(void);
extern void glColor4iv(void);
extern void glColor4s(void);
extern void glColor4sv(void);
extern void glColor4ub(void);
extern void glColor4ubv(void);
extern void glColor4ui(void);
extern void glColor4uiv(void);
extern void glColor4us(void);
extern void glColor4usv(void);
extern void glColorMask(void);
extern void glColorMaterial(void);
extern void glColorPointer(void);
extern void glColorTableParameterfv(void);
extern void glColorTableParameteriv(void);
extern void glCombinerInputNV(void);
extern void glCombinerOutputNV(void);
extern void glCombinerParameterfNV(void);
extern void glCombinerParameterfvNV(void);
extern void glCombinerParameteriNV(void);
extern void glCombinerParameterivNV(void);
extern void glCombinerStageParameterfvNV(void);
extern void glCompressedTexImage1D(void);
extern void glCompressedTexImage1DARB(void);
extern void glCompressedTexImage2D(void);
extern void glCompressedTexImage2DARB(void);
extern void glCompressedTexImage3D(void);
extern void glCompressedTexImage3DARB(void);
extern void glCompressedTexSubImage1D(void);
extern void glCompressedTexSubImage1DARB(void);
extern void glCompressedTexSubImage2D(void);
extern void glCompressedTexSubImage2DARB(void);
extern void glCompressedTexSubImage3D(void);
extern void glCompressedTexSubImage3DARB(void);
extern void glConvolutionParameterf(void);
extern void glConvolutionParameterfv(void);
extern void glConvolutionParameteri(void);
extern void glConvolutionParameteriv(void);
extern void glCopyColorSubTable(void);
extern void glCopyColorTable(void);
extern void glCopyConvolutionFilter1D(void);
extern void glCopyConvolutionFilter2D(void);
extern void glCopyPixels(void);
extern void glCopyTexImage1D(void);
extern void glCopyTexImage2D(void);
extern void glCopyTexSubImage1D(void);
extern void glCopyTexSubImage2D(void);
extern void glCopyTexSubImage3D(void);
extern void glCullFace(void);
extern void glDeleteBuffers(void);
extern void glDeleteBuffersARB(void);
extern void glDeleteLists(void);
extern void glDeleteProgramsARB(void);
extern void glDeleteProgramsNV(void);
extern void glDeleteQueries(void);
extern void glDeleteQueriesARB(void);
extern void glDeleteTextures(void);
extern void glDeleteTexturesEXT(void);
extern void glDepthFunc(void);
extern void glDepthMask(void);
extern void glDepthRange(void);
extern void glDisable(void);
extern void glDisableClientState(void);
extern void glDisableVertexAttribArrayARB(void);
extern void glDrawArrays(void);
extern void glDrawBuffer(void);
extern void glDrawElements(void);
extern void glDrawPixels(void);
extern void glDrawRangeElements(void);
extern void glEdgeFlag(void);
extern void glEdgeFlagPointer(void);
extern void glEdgeFlagv(void);
extern void glEnable(void);
extern void glEnableClientState(void);
extern void glEnableVertexAttribArrayARB(void);
extern void glEnd(void);
extern void glEndList(void);
extern void glEndQuery(void);
extern void glEndQueryARB(void);
extern void glEvalCoord1d(void);
extern void glEvalCoord1dv(void);
extern void glEvalCoord1f(void);
extern void glEvalCoord1fv(void);
extern void glEvalCoord2d(void);
extern void glEvalCoord2dv(void);
extern void glEvalCoord2f(void);
extern void glEvalCoord2fv(void);
extern void glEvalMesh1(void);
extern void glEvalMesh2(void);
extern void glEvalPoint1(void);
extern void glEvalPoint2(void);
extern void glExecuteProgramNV(void);
extern void glFeedbackBuffer(void);
extern void glFinalCombinerInputNV(void);
extern void glFinish(void);
extern void glFlush(void);
extern void glFogCoordPointer(void);
extern void glFogCoordPointerEXT(void);
extern void glFogCoordd(void);
extern void glFogCoorddEXT(void);
extern void glFogCoorddv(void);
extern void glFogCoorddvEXT(void);
extern void glFogCoordf(void);
extern void glFogCoordfEXT(void);
extern void glFogCoordfv(void);
extern void glFogCoordfvEXT(void);
extern void glFogf(void);
extern void glFogfv(void);
extern void glFogi(void);
extern void glFogiv(void);
extern void glFrontFace(void);
extern void glFrustum(void);
extern void glGenBuffers(void);
extern void glGenBuffersARB(void);
extern void glGenLists(void);
extern void glGenProgramsARB(void);
extern void glGenProgramsNV(void);
extern void glGenQueries(void);
extern void glGenQueriesARB(void);
extern void glGenTextures(void);
extern void glGenTexturesEXT(void);
extern void glGetBooleanv(void);
extern void glGetBufferParameteriv(void);
extern void glGetBufferParameterivARB(void);
extern void glGetBufferPointerv(void);
extern void glGetBufferPointervARB(void);
extern void glGetBufferSubData(void);
extern void glGetBufferSubDataARB(void);
extern void glGetClipPlane(void);
extern void glGetColorTableParameterfv(void);
extern void glGetColorTableParameteriv(void);
extern void glGetCombinerInputParameterfvNV(void);
extern void glGetCombinerInputParameterivNV(void);
extern void glGetCombinerOutputParameterfvNV(void);
extern void glGetCombinerOutputParameterivNV(void);
extern void glGetCombinerStageParameterfvNV(void);
extern void glGetCompressedTexImage(void);
extern void glGetCompressedTexImageARB(void);
extern void glGetConvolutionParameterfv(void);
extern void glGetConvolutionParameteriv(void);
extern void glGetDoublev(void);
extern void glGetError(void);
extern void glGetFinalCombinerInputParameterfvNV(void);
extern void glGetFinalCombinerInputParameterivNV(void);
extern void glGetFloatv(void);
extern void glGetHistogramParameterfv(void);
extern void glGetHistogramParameteriv(void);
extern void glGetIntegerv(void);
extern void glGetLightfv(void);
extern void glGetLightiv(void);
extern void glGetMapdv(void);
extern void glGetMapfv(void);
extern void glGetMapiv(void);
extern void glGetMaterialfv(void);
extern void glGetMaterialiv(void);
extern void glGetMinmaxParameterfv(void);
extern void glGetMinmaxParameteriv(void);
extern void glGetPixelMapfv(void);
extern void glGetPixelMapuiv(void);
extern void glGetPixelMapusv(void);
extern void glGetPointerv(void);
extern void glGetPolygonStipple(void);
extern void glGetProgramEnvParameterdvARB(void);
extern void glGetProgramEnvParameterfvARB(void);
extern void glGetProgramLocalParameterdvARB(void);
extern void glGetProgramLocalParameterfvARB(void);
extern void glGetProgramNamedParameterdvNV(void);
extern void glGetProgramNamedParameterfvNV(void);
extern void glGetProgramParameterdvNV(void);
extern void glGetProgramParameterfvNV(void);
extern void glGetProgramStringARB(void);
extern void glGetProgramivARB(void);
extern void glGetProgramivNV(void);
extern void glGetQueryObjectiv(void);
extern void glGetQueryObjectivARB(void);
extern void glGetQueryObjectuiv(void);
extern void glGetQueryObjectuivARB(void);
extern void glGetQueryiv(void);
extern void glGetQueryivARB(void);
extern void glGetString(void);
extern void glGetTexEnvfv(void);
extern void glGetTexEnviv(void);
extern void glGetTexGendv(void);
extern void glGetTexGenfv(void);
extern void glGetTexGeniv(void);
extern void glGetTexImage(void);
extern void glGetTexLevelParameterfv(void);
extern void glGetTexLevelParameteriv(void);
extern void glGetTexParameterfv(void);
extern void glGetTexParameteriv(void);
extern void glGetTrackMatrixivNV(void);
extern void glGetVertexAttribPointervARB(void);
extern void glGetVertexAttribdvARB(void);
extern void glGetVertexAttribdvNV(void);
extern void glGetVertexAttribfvARB(void);
extern void glGetVertexAttribfvNV(void);
extern void glGetVertexAttribivARB(void);
extern void glGetVertexAttribivNV(void);
extern void glHint(void);
extern void glHistogram(void);
extern void glIndexMask(void);
extern void glIndexPointer(void);
extern void glIndexd(void);
extern void glIndexdv(void);
extern void glIndexf(void);
extern void glIndexfv(void);
extern void glIndexi(void);
extern void glIndexiv(void);
extern void glIndexs(void);
extern void glIndexsv(void);
extern void glIndexub(void);
extern void glIndexubv(void);
extern void glInitNames(void);
extern void glInterleavedArrays(void);
extern void glIsBuffer(void);
extern void glIsBufferARB(void);
extern void glIsEnabled(void);
extern void glIsList(void);
extern void glIsProgramARB(void);
extern void glIsProgramNV(void);
extern void glIsQuery(void);
extern void glIsQueryARB(void);
extern void glIsTexture(void);
extern void glIsTextureEXT(void);
extern void glLightModelf(void);
extern void glLightModelfv(void);
extern void glLightModeli(void);
extern void glLightModeliv(void);
extern void glLightf(void);
extern void glLightfv(void);
extern void glLighti(void);
extern void glLightiv(void);
extern void glLineStipple(void);
extern void glLineWidth(void);
extern void glListBase(void);
extern void glLoadIdentity(void);
extern void glLoadMatrixd(void);
extern void glLoadMatrixf(void);
extern void glLoadName(void);
extern void glLoadProgramNV(void);
extern void glLoadTransposeMatrixd(void);
extern void glLoadTransposeMatrixdARB(void);
extern void glLoadTransposeMatrixf(void);
extern void glLoadTransposeMatrixfARB(void);
extern void glLogicOp(void);
extern void glMap1d(void);
extern void glMap1f(void);
extern void glMap2d(void);
extern void glMap2f(void);
extern void glMapBuffer(void);
extern void glMapBufferARB(void);
extern void glMapGrid1d(void);
extern void glMapGrid1f(void);
extern void glMapGrid2d(void);
extern void glMapGrid2f(void);
extern void glMaterialf(void);
extern void glMaterialfv(void);
extern void glMateriali(void);
extern void glMaterialiv(void);
extern void glMatrixMode(void);
extern void glMinmax(void);
extern void glMultMatrixd(void);
extern void glMultMatrixf(void);
extern void glMultTransposeMatrixd(void);
extern void glMultTransposeMatrixdARB(void);
extern void glMultTransposeMatrixf(void);
extern void glMultTransposeMatrixfARB(void);
extern void glMultiDrawArrays(void);
extern void glMultiDrawArraysEXT(void);
extern void glMultiDrawElements(void);
extern void glMultiDrawElementsEXT(void);
extern void glMultiTexCoord1d(void);
extern void glMultiTexCoord1dARB(void);
extern void glMultiTexCoord1dv(void);
extern void glMultiTexCoord1dvARB(void);
extern void glMultiTexCoord1f(void);
extern void glMultiTexCoord1fARB(void);
extern void glMultiTexCoord1fv(void);
extern void glMultiTexCoord1fvARB(void);
extern void glMultiTexCoord1i(void);
extern void glMultiTexCoord1iARB(void);
extern void glMultiTexCoord1iv(void);
extern void glMultiTexCoord1ivARB(void);
extern void glMultiTexCoord1s(void);
extern void glMultiTexCoord1sARB(void);
extern void glMultiTexCoord1sv(void);
extern void glMultiTexCoord1svARB(void);
extern void glMultiTexCoord2d(void);
extern void glMultiTexCoord2dARB(void);
extern void glMultiTexCoord2dv(void);
extern void glMultiTexCoord2dvARB(void);
extern void glMultiTexCoord2f(void);
extern void glMultiTexCoord2fARB(void);
extern void glMultiTexCoord2fv(void);
extern void glMultiTexCoord2fvARB(void);
extern void glMultiTexCoord2i(void);
extern void glMultiTexCoord2iARB(void);
extern void glMultiTexCoord2iv(void);
extern void glMultiTexCoord2ivARB(void);
extern void glMultiTexCoord2s(void);
extern void glMultiTexCoord2sARB(void);
extern void glMultiTexCoord2sv(void);
extern void glMultiTexCoord2svARB(void);
extern void glMultiTexCoord3d(void);
extern void glMultiTexCoord3dARB(void);
extern void glMultiTexCoord3dv(void);
extern void glMultiTexCoord3dvARB(void);
extern void glMultiTexCoord3f(void);
extern void glMultiTexCoord3fARB(void);
extern void glMultiTexCoord3fv(void);
extern void glMultiTexCoord3fvARB(void);
extern void glMultiTexCoord3i(void);
extern void glMultiTexCoord3iARB(void);
extern void glMultiTexCoord3iv(void);
extern void glMultiTexCoord3ivARB(void);
extern void glMultiTexCoord3s(void);
extern void glMultiTexCoord3sARB(void);
extern void glMultiTexCoord3sv(void);
extern void glMultiTexCoord3svARB(void);
extern void glMultiTexCoord4d(void);
extern void glMultiTexCoord4dARB(void);
extern void glMultiTexCoord4dv(void);
extern void glMultiTexCoord4dvARB(void);
extern void glMultiTexCoord4f(void);
extern void glMultiTexCoord4fARB(void);
extern void glMultiTexCoord4fv(void);
extern void glMultiTexCoord4fvARB(void);
extern void glMultiTexCoord4i(void);
extern void glMultiTexCoord4iARB(void);
extern void glMultiTexCoord4iv(void);
extern void glMultiTexCoord4ivARB(void);
extern void glMultiTexCoord4s(void);
extern void glMultiTexCoord4sARB(void);
extern void glMultiTexCoord4sv(void);
extern void glMultiTexCoord4svARB(void);
extern void glNewList(void);
extern void glNormal3b(void);
extern void glNormal3bv(void);
extern void glNormal3d(void);
extern void glNormal3dv(void);
extern void glNormal3f(void);
extern void glNormal3fv(void);
extern void glNormal3i(void);
extern void glNormal3iv(void);
extern void glNormal3s(void);
extern void glNormal3sv(void);
extern void glNormalPointer(void);
extern void glOrtho(void);
extern void glPassThrough(void);
extern void glPixelMapfv(void);
extern void glPixelMapuiv(void);
extern void glPixelMapusv(void);
extern void glPixelStoref(void);
extern void glPixelStorei(void);
extern void glPixelTransferf(void);
extern void glPixelTransferi(void);
extern void glPixelZoom(void);
extern void glPointParameterf(void);
extern void glPointParameterfARB(void);
extern void glPointParameterfv(void);
extern void glPointParameterfvARB(void);
extern void glPointParameteri(void);
extern void glPointParameteriv(void);
extern void glPointSize(void);
extern void glPolygonMode(void);
extern void glPolygonOffset(void);
extern void glPolygonStipple(void);
extern void glPopAttrib(void);
extern void glPopClientAttrib(void);
extern void glPopMatrix(void);
extern void glPopName(void);
extern void glPrioritizeTextures(void);
extern void glPrioritizeTexturesEXT(void);
extern void glProgramEnvParameter4dARB(void);
extern void glProgramEnvParameter4dvARB(void);
extern void glProgramEnvParameter4fARB(void);
extern void glProgramEnvParameter4fvARB(void);
extern void glProgramLocalParameter4dARB(void);
extern void glProgramLocalParameter4dvARB(void);
extern void glProgramLocalParameter4fARB(void);
extern void glProgramLocalParameter4fvARB(void);
extern void glProgramNamedParameter4dNV(void);
extern void glProgramNamedParameter4dvNV(void);
extern void glProgramNamedParameter4fNV(void);
extern void glProgramNamedParameter4fvNV(void);
extern void glProgramParameter4dNV(void);
extern void glProgramParameter4dvNV(void);
extern void glProgramParameter4fNV(void);
extern void glProgramParameter4fvNV(void);
extern void glProgramParameters4dvNV(void);
extern void glProgramParameters4fvNV(void);
extern void glProgramStringARB(void);
extern void glPushAttrib(void);
extern void glPushClientAttrib(void);
extern void glPushMatrix(void);
extern void glPushName(void);
extern void glRasterPos2d(void);
extern void glRasterPos2dv(void);
extern void glRasterPos2f(void);
extern void glRasterPos2fv(void);
extern void glRasterPos2i(void);
extern void glRasterPos2iv(void);
extern void glRasterPos2s(void);
extern void glRasterPos2sv(void);
extern void glRasterPos3d(void);
extern void glRasterPos3dv(void);
extern void glRasterPos3f(void);
extern void glRasterPos3fv(void);
extern void glRasterPos3i(void);
extern void glRasterPos3iv(void);
extern void glRasterPos3s(void);
extern void glRasterPos3sv(void);
extern void glRasterPos4d(void);
extern void glRasterPos4dv(void);
extern void glRasterPos4f(void);
extern void glRasterPos4fv(void);
extern void glRasterPos4i(void);
extern void glRasterPos4iv(void);
extern void glRasterPos4s(void);
extern void glRasterPos4sv(void);
extern void glReadBuffer(void);
extern void glReadPixels(void);
extern void glRectd(void);
extern void glRectdv(void);
extern void glRectf(void);
extern void glRectfv(void);
extern void glRecti(void);
extern void glRectiv(void);
extern void glRects(void);
extern void glRectsv(void);
extern void glRenderMode(void);
extern void glRequestResidentProgramsNV(void);
extern void glResetHistogram(void);
extern void glResetMinmax(void);
extern void glRotated(void);
extern void glRotatef(void);
extern void glSampleCoverage(void);
extern void glSampleCoverageARB(void);
extern void glScaled(void);
extern void glScalef(void);
extern void glScissor(void);
extern void glSecondaryColor3b(void);
extern void glSecondaryColor3bEXT(void);
extern void glSecondaryColor3bv(void);
extern void glSecondaryColor3bvEXT(void);
extern void glSecondaryColor3d(void);
extern void glSecondaryColor3dEXT(void);
extern void glSecondaryColor3dv(void);
extern void glSecondaryColor3dvEXT(void);
extern void glSecondaryColor3f(void);
extern void glSecondaryColor3fEXT(void);
extern void glSecondaryColor3fv(void);
extern void glSecondaryColor3fvEXT(void);
extern void glSecondaryColor3i(void);
extern void glSecondaryColor3iEXT(void);
extern void glSecondaryColor3iv(void);
extern void glSecondaryColor3ivEXT(void);
extern void glSecondaryColor3s(void);
extern void glSecondaryColor3sEXT(void);
extern void glSecondaryColor3sv(void);
extern void glSecondaryColor3svEXT(void);
extern void glSecondaryColor3ub(void);
extern void glSecondaryColor3ubEXT(void);
extern void glSecondaryColor3ubv(void);
extern void glSecondaryColor3ubvEXT(void);
extern void glSecondaryColor3ui(void);
extern void glSecondaryColor3uiEXT(void);
extern void glSecondaryColor3uiv(void);
extern void glSecondaryColor3uivEXT(void);
extern void glSecondaryColor3us(void);
extern void glSecondaryColor3usEXT(void);
extern void glSecondaryColor3usv(void);
extern void glSecondaryColor3usvEXT(void);
extern void glSecondaryColorPointer(void);
extern void glSecondaryColorPointerEXT(void);
extern void glSelectBuffer(void);
extern void glShadeModel(void);
extern void glStencilFunc(void);
extern void glStencilMask(void);
extern void glStencilOp(void);
extern void glTexCoord1d(void);
extern void glTexCoord1dv(void);
extern void glTexCoord1f(void);
extern void glTexCoord1fv(void);
extern void glTexCoord1i(void);
extern void glTexCoord1iv(void);
extern void glTexCoord1s(void);
extern void glTexCoord1sv(void);
extern void glTexCoord2d(void);
extern void glTexCoord2dv(void);
extern void glTexCoord2f(void);
extern void glTexCoord2fv(void);
extern void glTexCoord2i(void);
extern void glTexCoord2iv(void);
extern void glTexCoord2s(void);
extern void glTexCoord2sv(void);
extern void glTexCoord3d(void);
extern void glTexCoord3dv(void);
extern void glTexCoord3f(void);
extern void glTexCoord3fv(void);
extern void glTexCoord3i(void);
extern void glTexCoord3iv(void);
extern void glTexCoord3s(void);
extern void glTexCoord3sv(void);
extern void glTexCoord4d(void);
extern void glTexCoord4dv(void);
extern void glTexCoord4f(void);
extern void glTexCoord4fv(void);
extern void glTexCoord4i(void);
extern void glTexCoord4iv(void);
extern void glTexCoord4s(void);
extern void glTexCoord4sv(void);
extern void glTexCoordPointer(void);
extern void glTexEnvf(void);
extern void glTexEnvfv(void);
extern void glTexEnvi(void);
extern void glTexEnviv(void);
extern void glTexGend(void);
extern void glTexGendv(void);
extern void glTexGenf(void);
extern void glTexGenfv(void);
extern void glTexGeni(void);
extern void glTexGeniv(void);
extern void glTexImage1D(void);
extern void glTexImage2D(void);
extern void glTexImage3D(void);
extern void glTexImage3DEXT(void);
extern void glTexParameterf(void);
extern void glTexParameterfv(void);
extern void glTexParameteri(void);
extern void glTexParameteriv(void);
extern void glTexSubImage1D(void);
extern void glTexSubImage2D(void);
extern void glTexSubImage3D(void);
extern void glTexSubImage3DEXT(void);
extern void glTrackMatrixNV(void);
extern void glTranslated(void);
extern void glTranslatef(void);
extern void glUnmapBuffer(void);
extern void glUnmapBufferARB(void);
extern void glVertex2d(void);
extern void glVertex2dv(void);
extern void glVertex2f(void);
extern void glVertex2fv(void);
extern void glVertex2i(void);
extern void glVertex2iv(void);
extern void glVertex2s(void);
extern void glVertex2sv(void);
extern void glVertex3d(void);
extern void glVertex3dv(void);
extern void glVertex3f(void);
extern void glVertex3fv(void);
extern void glVertex3i(void);
extern void glVertex3iv(void);
extern void glVertex3s(void);
extern void glVertex3sv(void);
extern void glVertex4d(void);
extern void glVertex4dv(void);
extern void glVertex4f(void);
extern void glVertex4fv(void);
extern void glVertex4i(void);
extern void glVertex4iv(void);
extern void glVertex4s(void);
extern void glVertex4sv(void);
extern void glVertexAttrib1dARB(void);
extern void glVertexAttrib1dNV(void);
extern void glVertexAttrib1dvARB(void);
extern void glVertexAttrib1dvNV(void);
extern void glVertexAttrib1fARB(void);
extern void glVertexAttrib1fNV(void);
extern void glVertexAttrib1fvARB(void);
extern void glVertexAttrib1fvNV(void);
extern void glVertexAttrib1sARB(void);
extern void glVertexAttrib1sNV(void);
extern void glVertexAttrib1svARB(void);
extern void glVertexAttrib1svNV(void);
extern void glVertexAttrib2dARB(void);
extern void glVertexAttrib2dNV(void);
extern void glVertexAttrib2dvARB(void);
extern void glVertexAttrib2dvNV(void);
extern void glVertexAttrib2fARB(void);
extern void glVertexAttrib2fNV(void);
extern void glVertexAttrib2fvARB(void);
extern void glVertexAttrib2fvNV(void);
extern void glVertexAttrib2sARB(void);
extern void glVertexAttrib2sNV(void);
extern void glVertexAttrib2svARB(void);
extern void glVertexAttrib2svNV(void);
extern void glVertexAttrib3dARB(void);
extern void glVertexAttrib3dNV(void);
extern void glVertexAttrib3dvARB(void);
extern void glVertexAttrib3dvNV(void);
extern void glVertexAttrib3fARB(void);
extern void glVertexAttrib3fNV(void);
extern void glVertexAttrib3fvARB(void);
extern void glVertexAttrib3fvNV(void);
extern void glVertexAttrib3sARB(void);
extern void glVertexAttrib3sNV(void);
extern void glVertexAttrib3svARB(void);
extern void glVertexAttrib3svNV(void);
extern void glVertexAttrib4NbvARB(void);
extern void glVertexAttrib4NivARB(void);
extern void glVertexAttrib4NsvARB(void);
extern void glVertexAttrib4NubARB(void);
extern void glVertexAttrib4NubvARB(void);
extern void glVertexAttrib4NuivARB(void);
extern void glVertexAttrib4NusvARB(void);
extern void glVertexAttrib4bvARB(void);
extern void glVertexAttrib4dARB(void);
extern void glVertexAttrib4dNV(void);
extern void glVertexAttrib4dvARB(void);
extern void glVertexAttrib4dvNV(void);
extern void glVertexAttrib4fARB(void);
extern void glVertexAttrib4fNV(void);
extern void glVertexAttrib4fvARB(void);
extern void glVertexAttrib4fvNV(void);
extern void glVertexAttrib4ivARB(void);
extern void glVertexAttrib4sARB(void);
extern void glVertexAttrib4sNV(void);
extern void glVertexAttrib4svARB(void);
extern void glVertexAttrib4svNV(void);
extern void glVertexAttrib4ubNV(void);
extern void glVertexAttrib4ubvARB(void);
extern void glVertexAttrib4ubvNV(void);
extern void glVertexAttrib4uivARB(void);
extern void glVertexAttrib4usvARB(void);
extern void glVertexAttribPointerARB(void);
extern void glVertexAttribs1dvNV(void);
extern void glVertexAttribs1fvNV(void);
extern void glVertexAttribs1svNV(void);
extern void glVertexAttribs2dvNV(void);
extern void glVertexAttribs2fvNV(void);
extern void glVertexAttribs2svNV(void);
extern void glVertexAttribs3dvNV(void);
extern void glVertexAttribs3fvNV(void);
extern void glVertexAttribs3svNV(void);
extern void glVertexAttribs4dvNV(void);
extern void glVertexAttribs4fvNV(void);
extern void glVertexAttribs4svNV(void);
extern void glVertexAttribs4ubvNV(void);
extern void glVertexPointer(void);
extern void glViewport(void);
extern void glWindowPos2d(void);
extern void glWindowPos2dARB(void);
extern void glWindowPos2dv(void);
extern void glWindowPos2dvARB(void);
extern void glWindowPos2f(void);
extern void glWindowPos2fARB(void);
extern void glWindowPos2fv(void);
extern void glWindowPos2fvARB(void);
extern void glWindowPos2i(void);
extern void glWindowPos2iARB(void);
extern void glWindowPos2iv(void);
extern void glWindowPos2ivARB(void);
extern void glWindowPos2s(void);
extern void glWindowPos2sARB(void);
extern void glWindowPos2sv(void);
extern void glWindowPos2svARB(void);
extern void glWindowPos3d(void);
extern void glWindowPos3dARB(void);
extern void glWindowPos3dv(void);
extern void glWindowPos3dvARB(void);
extern void glWindowPos3f(void);
extern void glWindowPos3fARB(void);
extern void glWindowPos3fv(void);
extern void glWindowPos3fvARB(void);
extern void glWindowPos3i(void);
extern void glWindowPos3iARB(void);
extern void glWindowPos3iv(void);
extern void glWindowPos3ivARB(void);
extern void glWindowPos3s(void);
extern void glWindowPos3sARB(void);
extern void glWindowPos3sv(void);
extern void glWindowPos3svARB(void);
extern void glXChooseFBConfig(void);
extern void glXChooseVisual(void);
extern void glXCopyContext(void);
extern void glXCreateContext(void);
extern void glXCreateContextAttribsARB(void);
extern void glXCreateGLXPixmap(void);
extern void glXCreateNewContext(void);
extern void glXCreatePbuffer(void);
extern void glXCreatePixmap(void);
extern void glXCreateWindow(void);
extern void glXDestroyContext(void);
extern void glXDestroyGLXPixmap(void);
extern void glXDestroyPbuffer(void);
extern void glXDestroyPixmap(void);
extern void glXDestroyWindow(void);
extern void glXGetClientString(void);
extern void glXGetConfig(void);
extern void glXGetCurrentContext(void);
extern void glXGetCurrentDisplay(void);
extern void glXGetCurrentDrawable(void);
extern void glXGetCurrentReadDrawable(void);
extern void glXGetFBConfigAttrib(void);
extern void glXGetFBConfigs(void);
extern void glXGetProcAddress(void);
extern void glXGetProcAddressARB(void);
extern void glXGetSelectedEvent(void);
extern void glXGetSwapIntervalMESA(void);
extern void glXGetVisualFromFBConfig(void);
extern void glXIsDirect(void);
extern void glXMakeContextCurrent(void);
extern void glXMakeCurrent(void);
extern void glXQueryContext(void);
extern void glXQueryDrawable(void);
extern void glXQueryExtension(void);
extern void glXQueryExtensionsString(void);
extern void glXQueryServerString(void);
extern void glXQueryVersion(void);
extern void glXSelectEvent(void);
extern void glXSwapBuffers(void);
extern void glXSwapIntervalEXT(void);
extern void glXSwapIntervalMESA(void);
extern void glXSwapIntervalSGI(void);
extern void glXWaitGL(void);
extern void glXWaitX(void);

const struct vmgl_proc vmgl_procs[] = {
    {"glAccum", glAccum},
    {"glActiveTexture", glActiveTexture},
    {"glActiveTextureARB", glActiveTextureARB},
    {"glAlphaFunc", glAlphaFunc},
    {"glAreProgramsResidentNV", glAreProgramsResidentNV},
    {"glAreTexturesResident", glAreTexturesResident},
    {"glAreTexturesResidentEXT", glAreTexturesResidentEXT},
    {"glArrayElement", glArrayElement},
    {"glBegin", glBegin},
    {"glBeginQuery", glBeginQuery},
    {"glBeginQueryARB", glBeginQueryARB},
    {"glBindBuffer", glBindBuffer},
    {"glBindBufferARB", glBindBufferARB},
    {"glBindProgramARB", glBindProgramARB},
    {"glBindProgramNV", glBindProgramNV},
    {"glBindTexture", glBindTexture},
    {"glBindTextureEXT", glBindTextureEXT},
    {"glBitmap", glBitmap},
    {"glBlendColor", glBlendColor},
    {"glBlendColorEXT", glBlendColorEXT},
    {"glBlendEquation", glBlendEquation},
    {"glBlendEquationEXT", glBlendEquationEXT},
    {"glBlendFunc", glBlendFunc},
    {"glBlendFuncSeparate", glBlendFuncSeparate},
    {"glBlendFuncSeparateEXT", glBlendFuncSeparateEXT},
    {"glBufferData", glBufferData},
    {"glBufferDataARB", glBufferDataARB},
    {"glBufferSubData", glBufferSubData},
    {"glBufferSubDataARB", glBufferSubDataARB},
    {"glCallList", glCallList},
    {"glCallLists", glCallLists},
    {"glClear", glClear},
    {"glClearAccum", glClearAccum},
    {"glClearColor", glClearColor},
    {"glClearDepth", glClearDepth},
    {"glClearIndex", glClearIndex},
    {"glClearStencil", glClearStencil},
    {"glClientActiveTexture", glClientActiveTexture},
    {"glClientActiveTextureARB", glClientActiveTextureARB},
    {"glClipPlane", glClipPlane},
    {"glColor3b", glColor3b},
    {"glColor3bv", glColor3bv},
    {"glColor3d", glColor3d},
    {"glColor3dv", glColor3dv},
    {"glColor3f", glColor3f},
    {"glColor3fv", glColor3fv},
    {"glColor3i", glColor3i},
    {"glColor3iv", glColor3iv},
    {"glColor3s", glColor3s},
    {"glColor3sv", glColor3sv},
    {"glColor3ub", glColor3ub},
    {"glColor3ubv", glColor3ubv},
    {"glColor3ui", glColor3ui},
    {"glColor3uiv", glColor3uiv},
    {"glColor3us", glColor3us},
    {"glColor3usv", glColor3usv},
    {"glColor4b", glColor4b},
    {"glColor4bv", glColor4bv},
    {"glColor4d", glColor4d},
    {"glColor4dv", glColor4dv},
    {"glColor4f", glColor4f},
    {"glColor4fv", glColor4fv},
    {"glColor4i", glColor4i},
    {"glColor4iv", glColor4iv},
    {"glColor4s", glColor4s},
    {"glColor4sv", glColor4sv},
    {"glColor4ub", glColor4ub},
    {"glColor4ubv", glColor4ubv},
    {"glColor4ui", glColor4ui},
    {"glColor4uiv", glColor4uiv},
    {"glColor4us", glColor4us},
    {"glColor4usv", glColor4usv},
    {"glColorMask", glColorMask},
    {"glColorMaterial", glColorMaterial},
    {"glColorPointer", glColorPointer},
    {"glColorTableParameterfv", glColorTableParameterfv},
    {"glColorTableParameteriv", glColorTableParameteriv},
    {"glCombinerInputNV", glCombinerInputNV},
    {"glCombinerOutputNV", glCombinerOutputNV},
    {"glCombinerParameterfNV", glCombinerParameterfNV},
    {"glCombinerParameterfvNV", glCombinerParameterfvNV},
    {"glCombinerParameteriNV", glCombinerParameteriNV},
    {"glCombinerParameterivNV", glCombinerParameterivNV},
    {"glCombinerStageParameterfvNV", glCombinerStageParameterfvNV},
    {"glCompressedTexImage1D", glCompressedTexImage1D},
    {"glCompressedTexImage1DARB", glCompressedTexImage1DARB},
    {"glCompressedTexImage2D", glCompressedTexImage2D},
    {"glCompressedTexImage2DARB", glCompressedTexImage2DARB},
    {"glCompressedTexImage3D", glCompressedTexImage3D},
    {"glCompressedTexImage3DARB", glCompressedTexImage3DARB},
    {"glCompressedTexSubImage1D", glCompressedTexSubImage1D},
    {"glCompressedTexSubImage1DARB", glCompressedTexSubImage1DARB},
    {"glCompressedTexSubImage2D", glCompressedTexSubImage2D},
    {"glCompressedTexSubImage2DARB", glCompressedTexSubImage2DARB},
    {"glCompressedTexSubImage3D", glCompressedTexSubImage3D},
    {"glCompressedTexSubImage3DARB", glCompressedTexSubImage3DARB},
    {"glConvolutionParameterf", glConvolutionParameterf},
    {"glConvolutionParameterfv", glConvolutionParameterfv},
    {"glConvolutionParameteri", glConvolutionParameteri},
    {"glConvolutionParameteriv", glConvolutionParameteriv},
    {"glCopyColorSubTable", glCopyColorSubTable},
    {"glCopyColorTable", glCopyColorTable},
    {"glCopyConvolutionFilter1D", glCopyConvolutionFilter1D},
    {"glCopyConvolutionFilter2D", glCopyConvolutionFilter2D},
    {"glCopyPixels", glCopyPixels},
    {"glCopyTexImage1D", glCopyTexImage1D},
    {"glCopyTexImage2D", glCopyTexImage2D},
    {"glCopyTexSubImage1D", glCopyTexSubImage1D},
    {"glCopyTexSubImage2D", glCopyTexSubImage2D},
    {"glCopyTexSubImage3D", glCopyTexSubImage3D},
    {"glCullFace", glCullFace},
    {"glDeleteBuffers", glDeleteBuffers},
    {"glDeleteBuffersARB", glDeleteBuffersARB},
    {"glDeleteLists", glDeleteLists},
    {"glDeleteProgramsARB", glDeleteProgramsARB},
    {"glDeleteProgramsNV", glDeleteProgramsNV},
    {"glDeleteQueries", glDeleteQueries},
    {"glDeleteQueriesARB", glDeleteQueriesARB},
    {"glDeleteTextures", glDeleteTextures},
    {"glDeleteTexturesEXT", glDeleteTexturesEXT},
    {"glDepthFunc", glDepthFunc},
    {"glDepthMask", glDepthMask},
    {"glDepthRange", glDepthRange},
    {"glDisable", glDisable},
    {"glDisableClientState", glDisableClientState},
    {"glDisableVertexAttribArrayARB", glDisableVertexAttribArrayARB},
    {"glDrawArrays", glDrawArrays},
    {"glDrawBuffer", glDrawBuffer},
    {"glDrawElements", glDrawElements},
    {"glDrawPixels", glDrawPixels},
    {"glDrawRangeElements", glDrawRangeElements},
    {"glEdgeFlag", glEdgeFlag},
    {"glEdgeFlagPointer", glEdgeFlagPointer},
    {"glEdgeFlagv", glEdgeFlagv},
    {"glEnable", glEnable},
    {"glEnableClientState", glEnableClientState},
    {"glEnableVertexAttribArrayARB", glEnableVertexAttribArrayARB},
    {"glEnd", glEnd},
    {"glEndList", glEndList},
    {"glEndQuery", glEndQuery},
    {"glEndQueryARB", glEndQueryARB},
    {"glEvalCoord1d", glEvalCoord1d},
    {"glEvalCoord1dv", glEvalCoord1dv},
    {"glEvalCoord1f", glEvalCoord1f},
    {"glEvalCoord1fv", glEvalCoord1fv},
    {"glEvalCoord2d", glEvalCoord2d},
    {"glEvalCoord2dv", glEvalCoord2dv},
    {"glEvalCoord2f", glEvalCoord2f},
    {"glEvalCoord2fv", glEvalCoord2fv},
    {"glEvalMesh1", glEvalMesh1},
    {"glEvalMesh2", glEvalMesh2},
    {"glEvalPoint1", glEvalPoint1},
    {"glEvalPoint2", glEvalPoint2},
    {"glExecuteProgramNV", glExecuteProgramNV},
    {"glFeedbackBuffer", glFeedbackBuffer},
    {"glFinalCombinerInputNV", glFinalCombinerInputNV},
    {"glFinish", glFinish},
    {"glFlush", glFlush},
    {"glFogCoordPointer", glFogCoordPointer},
    {"glFogCoordPointerEXT", glFogCoordPointerEXT},
    {"glFogCoordd", glFogCoordd},
    {"glFogCoorddEXT", glFogCoorddEXT},
    {"glFogCoorddv", glFogCoorddv},
    {"glFogCoorddvEXT", glFogCoorddvEXT},
    {"glFogCoordf", glFogCoordf},
    {"glFogCoordfEXT", glFogCoordfEXT},
    {"glFogCoordfv", glFogCoordfv},
    {"glFogCoordfvEXT", glFogCoordfvEXT},
    {"glFogf", glFogf},
    {"glFogfv", glFogfv},
    {"glFogi", glFogi},
    {"glFogiv", glFogiv},
    {"glFrontFace", glFrontFace},
    {"glFrustum", glFrustum},
    {"glGenBuffers", glGenBuffers},
    {"glGenBuffersARB", glGenBuffersARB},
    {"glGenLists", glGenLists},
    {"glGenProgramsARB", glGenProgramsARB},
    {"glGenProgramsNV", glGenProgramsNV},
    {"glGenQueries", glGenQueries},
    {"glGenQueriesARB", glGenQueriesARB},
    {"glGenTextures", glGenTextures},
    {"glGenTexturesEXT", glGenTexturesEXT},
    {"glGetBooleanv", glGetBooleanv},
    {"glGetBufferParameteriv", glGetBufferParameteriv},
    {"glGetBufferParameterivARB", glGetBufferParameterivARB},
    {"glGetBufferPointerv", glGetBufferPointerv},
    {"glGetBufferPointervARB", glGetBufferPointervARB},
    {"glGetBufferSubData", glGetBufferSubData},
    {"glGetBufferSubDataARB", glGetBufferSubDataARB},
    {"glGetClipPlane", glGetClipPlane},
    {"glGetColorTableParameterfv", glGetColorTableParameterfv},
    {"glGetColorTableParameteriv", glGetColorTableParameteriv},
    {"glGetCombinerInputParameterfvNV", glGetCombinerInputParameterfvNV},
    {"glGetCombinerInputParameterivNV", glGetCombinerInputParameterivNV},
    {"glGetCombinerOutputParameterfvNV", glGetCombinerOutputParameterfvNV},
    {"glGetCombinerOutputParameterivNV", glGetCombinerOutputParameterivNV},
    {"glGetCombinerStageParameterfvNV", glGetCombinerStageParameterfvNV},
    {"glGetCompressedTexImage", glGetCompressedTexImage},
    {"glGetCompressedTexImageARB", glGetCompressedTexImageARB},
    {"glGetConvolutionParameterfv", glGetConvolutionParameterfv},
    {"glGetConvolutionParameteriv", glGetConvolutionParameteriv},
    {"glGetDoublev", glGetDoublev},
    {"glGetError", glGetError},
    {"glGetFinalCombinerInputParameterfvNV", glGetFinalCombinerInputParameterfvNV},
    {"glGetFinalCombinerInputParameterivNV", glGetFinalCombinerInputParameterivNV},
    {"glGetFloatv", glGetFloatv},
    {"glGetHistogramParameterfv", glGetHistogramParameterfv},
    {"glGetHistogramParameteriv", glGetHistogramParameteriv},
    {"glGetIntegerv", glGetIntegerv},
    {"glGetLightfv", glGetLightfv},
    {"glGetLightiv", glGetLightiv},
    {"glGetMapdv", glGetMapdv},
    {"glGetMapfv", glGetMapfv},
    {"glGetMapiv", glGetMapiv},
    {"glGetMaterialfv", glGetMaterialfv},
    {"glGetMaterialiv", glGetMaterialiv},
    {"glGetMinmaxParameterfv", glGetMinmaxParameterfv},
    {"glGetMinmaxParameteriv", glGetMinmaxParameteriv},
    {"glGetPixelMapfv", glGetPixelMapfv},
    {"glGetPixelMapuiv", glGetPixelMapuiv},
    {"glGetPixelMapusv", glGetPixelMapusv},
    {"glGetPointerv", glGetPointerv},
    {"glGetPolygonStipple", glGetPolygonStipple},
    {"glGetProgramEnvParameterdvARB", glGetProgramEnvParameterdvARB},
    {"glGetProgramEnvParameterfvARB", glGetProgramEnvParameterfvARB},
    {"glGetProgramLocalParameterdvARB", glGetProgramLocalParameterdvARB},
    {"glGetProgramLocalParameterfvARB", glGetProgramLocalParameterfvARB},
    {"glGetProgramNamedParameterdvNV", glGetProgramNamedParameterdvNV},
    {"glGetProgramNamedParameterfvNV", glGetProgramNamedParameterfvNV},
    {"glGetProgramParameterdvNV", glGetProgramParameterdvNV},
    {"glGetProgramParameterfvNV", glGetProgramParameterfvNV},
    {"glGetProgramStringARB", glGetProgramStringARB},
    {"glGetProgramivARB", glGetProgramivARB},
    {"glGetProgramivNV", glGetProgramivNV},
    {"glGetQueryObjectiv", glGetQueryObjectiv},
    {"glGetQueryObjectivARB", glGetQueryObjectivARB},
    {"glGetQueryObjectuiv", glGetQueryObjectuiv},
    {"glGetQueryObjectuivARB", glGetQueryObjectuivARB},
    {"glGetQueryiv", glGetQueryiv},
    {"glGetQueryivARB", glGetQueryivARB},
    {"glGetString", glGetString},
    {"glGetTexEnvfv", glGetTexEnvfv},
    {"glGetTexEnviv", glGetTexEnviv},
    {"glGetTexGendv", glGetTexGendv},
    {"glGetTexGenfv", glGetTexGenfv},
    {"glGetTexGeniv", glGetTexGeniv},
    {"glGetTexImage", glGetTexImage},
    {"glGetTexLevelParameterfv", glGetTexLevelParameterfv},
    {"glGetTexLevelParameteriv", glGetTexLevelParameteriv},
    {"glGetTexParameterfv", glGetTexParameterfv},
    {"glGetTexParameteriv", glGetTexParameteriv},
    {"glGetTrackMatrixivNV", glGetTrackMatrixivNV},
    {"glGetVertexAttribPointervARB", glGetVertexAttribPointervARB},
    {"glGetVertexAttribdvARB", glGetVertexAttribdvARB},
    {"glGetVertexAttribdvNV", glGetVertexAttribdvNV},
    {"glGetVertexAttribfvARB", glGetVertexAttribfvARB},
    {"glGetVertexAttribfvNV", glGetVertexAttribfvNV},
    {"glGetVertexAttribivARB", glGetVertexAttribivARB},
    {"glGetVertexAttribivNV", glGetVertexAttribivNV},
    {"glHint", glHint},
    {"glHistogram", glHistogram},
    {"glIndexMask", glIndexMask},
    {"glIndexPointer", glIndexPointer},
    {"glIndexd", glIndexd},
    {"glIndexdv", glIndexdv},
    {"glIndexf", glIndexf},
    {"glIndexfv", glIndexfv},
    {"glIndexi", glIndexi},
    {"glIndexiv", glIndexiv},
    {"glIndexs", glIndexs},
    {"glIndexsv", glIndexsv},
    {"glIndexub", glIndexub},
    {"glIndexubv", glIndexubv},
    {"glInitNames", glInitNames},
    {"glInterleavedArrays", glInterleavedArrays},
    {"glIsBuffer", glIsBuffer},
    {"glIsBufferARB", glIsBufferARB},
    {"glIsEnabled", glIsEnabled},
    {"glIsList", glIsList},
    {"glIsProgramARB", glIsProgramARB},
    {"glIsProgramNV", glIsProgramNV},
    {"glIsQuery", glIsQuery},
    {"glIsQueryARB", glIsQueryARB},
    {"glIsTexture", glIsTexture},
    {"glIsTextureEXT", glIsTextureEXT},
    {"glLightModelf", glLightModelf},
    {"glLightModelfv", glLightModelfv},
    {"glLightModeli", glLightModeli},
    {"glLightModeliv", glLightModeliv},
    {"glLightf", glLightf},
    {"glLightfv", glLightfv},
    {"glLighti", glLighti},
    {"glLightiv", glLightiv},
    {"glLineStipple", glLineStipple},
    {"glLineWidth", glLineWidth},
    {"glListBase", glListBase},
    {"glLoadIdentity", glLoadIdentity},
    {"glLoadMatrixd", glLoadMatrixd},
    {"glLoadMatrixf", glLoadMatrixf},
    {"glLoadName", glLoadName},
    {"glLoadProgramNV", glLoadProgramNV},
    {"glLoadTransposeMatrixd", glLoadTransposeMatrixd},
    {"glLoadTransposeMatrixdARB", glLoadTransposeMatrixdARB},
    {"glLoadTransposeMatrixf", glLoadTransposeMatrixf},
    {"glLoadTransposeMatrixfARB", glLoadTransposeMatrixfARB},
    {"glLogicOp", glLogicOp},
    {"glMap1d", glMap1d},
    {"glMap1f", glMap1f},
    {"glMap2d", glMap2d},
    {"glMap2f", glMap2f},
    {"glMapBuffer", glMapBuffer},
    {"glMapBufferARB", glMapBufferARB},
    {"glMapGrid1d", glMapGrid1d},
    {"glMapGrid1f", glMapGrid1f},
    {"glMapGrid2d", glMapGrid2d},
    {"glMapGrid2f", glMapGrid2f},
    {"glMaterialf", glMaterialf},
    {"glMaterialfv", glMaterialfv},
    {"glMateriali", glMateriali},
    {"glMaterialiv", glMaterialiv},
    {"glMatrixMode", glMatrixMode},
    {"glMinmax", glMinmax},
    {"glMultMatrixd", glMultMatrixd},
    {"glMultMatrixf", glMultMatrixf},
    {"glMultTransposeMatrixd", glMultTransposeMatrixd},
    {"glMultTransposeMatrixdARB", glMultTransposeMatrixdARB},
    {"glMultTransposeMatrixf", glMultTransposeMatrixf},
    {"glMultTransposeMatrixfARB", glMultTransposeMatrixfARB},
    {"glMultiDrawArrays", glMultiDrawArrays},
    {"glMultiDrawArraysEXT", glMultiDrawArraysEXT},
    {"glMultiDrawElements", glMultiDrawElements},
    {"glMultiDrawElementsEXT", glMultiDrawElementsEXT},
    {"glMultiTexCoord1d", glMultiTexCoord1d},
    {"glMultiTexCoord1dARB", glMultiTexCoord1dARB},
    {"glMultiTexCoord1dv", glMultiTexCoord1dv},
    {"glMultiTexCoord1dvARB", glMultiTexCoord1dvARB},
    {"glMultiTexCoord1f", glMultiTexCoord1f},
    {"glMultiTexCoord1fARB", glMultiTexCoord1fARB},
    {"glMultiTexCoord1fv", glMultiTexCoord1fv},
    {"glMultiTexCoord1fvARB", glMultiTexCoord1fvARB},
    {"glMultiTexCoord1i", glMultiTexCoord1i},
    {"glMultiTexCoord1iARB", glMultiTexCoord1iARB},
    {"glMultiTexCoord1iv", glMultiTexCoord1iv},
    {"glMultiTexCoord1ivARB", glMultiTexCoord1ivARB},
    {"glMultiTexCoord1s", glMultiTexCoord1s},
    {"glMultiTexCoord1sARB", glMultiTexCoord1sARB},
    {"glMultiTexCoord1sv", glMultiTexCoord1sv},
    {"glMultiTexCoord1svARB", glMultiTexCoord1svARB},
    {"glMultiTexCoord2d", glMultiTexCoord2d},
    {"glMultiTexCoord2dARB", glMultiTexCoord2dARB},
    {"glMultiTexCoord2dv", glMultiTexCoord2dv},
    {"glMultiTexCoord2dvARB", glMultiTexCoord2dvARB},
    {"glMultiTexCoord2f", glMultiTexCoord2f},
    {"glMultiTexCoord2fARB", glMultiTexCoord2fARB},
    {"glMultiTexCoord2fv", glMultiTexCoord2fv},
    {"glMultiTexCoord2fvARB", glMultiTexCoord2fvARB},
    {"glMultiTexCoord2i", glMultiTexCoord2i},
    {"glMultiTexCoord2iARB", glMultiTexCoord2iARB},
    {"glMultiTexCoord2iv", glMultiTexCoord2iv},
    {"glMultiTexCoord2ivARB", glMultiTexCoord2ivARB},
    {"glMultiTexCoord2s", glMultiTexCoord2s},
    {"glMultiTexCoord2sARB", glMultiTexCoord2sARB},
    {"glMultiTexCoord2sv", glMultiTexCoord2sv},
    {"glMultiTexCoord2svARB", glMultiTexCoord2svARB},
    {"glMultiTexCoord3d", glMultiTexCoord3d},
    {"glMultiTexCoord3dARB", glMultiTexCoord3dARB},
    {"glMultiTexCoord3dv", glMultiTexCoord3dv},
    {"glMultiTexCoord3dvARB", glMultiTexCoord3dvARB},
    {"glMultiTexCoord3f", glMultiTexCoord3f},
    {"glMultiTexCoord3fARB", glMultiTexCoord3fARB},
    {"glMultiTexCoord3fv", glMultiTexCoord3fv},
    {"glMultiTexCoord3fvARB", glMultiTexCoord3fvARB},
    {"glMultiTexCoord3i", glMultiTexCoord3i},
    {"glMultiTexCoord3iARB", glMultiTexCoord3iARB},
    {"glMultiTexCoord3iv", glMultiTexCoord3iv},
    {"glMultiTexCoord3ivARB", glMultiTexCoord3ivARB},
    {"glMultiTexCoord3s", glMultiTexCoord3s},
    {"glMultiTexCoord3sARB", glMultiTexCoord3sARB},
    {"glMultiTexCoord3sv", glMultiTexCoord3sv},
    {"glMultiTexCoord3svARB", glMultiTexCoord3svARB},
    {"glMultiTexCoord4d", glMultiTexCoord4d},
    {"glMultiTexCoord4dARB", glMultiTexCoord4dARB},
    {"glMultiTexCoord4dv", glMultiTexCoord4dv},
    {"glMultiTexCoord4dvARB", glMultiTexCoord4dvARB},
    {"glMultiTexCoord4f", glMultiTexCoord4f},
    {"glMultiTexCoord4fARB", glMultiTexCoord4fARB},
    {"glMultiTexCoord4fv", glMultiTexCoord4fv},
    {"glMultiTexCoord4fvARB", glMultiTexCoord4fvARB},
    {"glMultiTexCoord4i", glMultiTexCoord4i},
    {"glMultiTexCoord4iARB", glMultiTexCoord4iARB},
    {"glMultiTexCoord4iv", glMultiTexCoord4iv},
    {"glMultiTexCoord4ivARB", glMultiTexCoord4ivARB},
    {"glMultiTexCoord4s", glMultiTexCoord4s},
    {"glMultiTexCoord4sARB", glMultiTexCoord4sARB},
    {"glMultiTexCoord4sv", glMultiTexCoord4sv},
    {"glMultiTexCoord4svARB", glMultiTexCoord4svARB},
    {"glNewList", glNewList},
    {"glNormal3b", glNormal3b},
    {"glNormal3bv", glNormal3bv},
    {"glNormal3d", glNormal3d},
    {"glNormal3dv", glNormal3dv},
    {"glNormal3f", glNormal3f},
    {"glNormal3fv", glNormal3fv},
    {"glNormal3i", glNormal3i},
    {"glNormal3iv", glNormal3iv},
    {"glNormal3s", glNormal3s},
    {"glNormal3sv", glNormal3sv},
    {"glNormalPointer", glNormalPointer},
    {"glOrtho", glOrtho},
    {"glPassThrough", glPassThrough},
    {"glPixelMapfv", glPixelMapfv},
    {"glPixelMapuiv", glPixelMapuiv},
    {"glPixelMapusv", glPixelMapusv},
    {"glPixelStoref", glPixelStoref},
    {"glPixelStorei", glPixelStorei},
    {"glPixelTransferf", glPixelTransferf},
    {"glPixelTransferi", glPixelTransferi},
    {"glPixelZoom", glPixelZoom},
    {"glPointParameterf", glPointParameterf},
    {"glPointParameterfARB", glPointParameterfARB},
    {"glPointParameterfv", glPointParameterfv},
    {"glPointParameterfvARB", glPointParameterfvARB},
    {"glPointParameteri", glPointParameteri},
    {"glPointParameteriv", glPointParameteriv},
    {"glPointSize", glPointSize},
    {"glPolygonMode", glPolygonMode},
    {"glPolygonOffset", glPolygonOffset},
    {"glPolygonStipple", glPolygonStipple},
    {"glPopAttrib", glPopAttrib},
    {"glPopClientAttrib", glPopClientAttrib},
    {"glPopMatrix", glPopMatrix},
    {"glPopName", glPopName},
    {"glPrioritizeTextures", glPrioritizeTextures},
    {"glPrioritizeTexturesEXT", glPrioritizeTexturesEXT},
    {"glProgramEnvParameter4dARB", glProgramEnvParameter4dARB},
    {"glProgramEnvParameter4dvARB", glProgramEnvParameter4dvARB},
    {"glProgramEnvParameter4fARB", glProgramEnvParameter4fARB},
    {"glProgramEnvParameter4fvARB", glProgramEnvParameter4fvARB},
    {"glProgramLocalParameter4dARB", glProgramLocalParameter4dARB},
    {"glProgramLocalParameter4dvARB", glProgramLocalParameter4dvARB},
    {"glProgramLocalParameter4fARB", glProgramLocalParameter4fARB},
    {"glProgramLocalParameter4fvARB", glProgramLocalParameter4fvARB},
    {"glProgramNamedParameter4dNV", glProgramNamedParameter4dNV},
    {"glProgramNamedParameter4dvNV", glProgramNamedParameter4dvNV},
    {"glProgramNamedParameter4fNV", glProgramNamedParameter4fNV},
    {"glProgramNamedParameter4fvNV", glProgramNamedParameter4fvNV},
    {"glProgramParameter4dNV", glProgramParameter4dNV},
    {"glProgramParameter4dvNV", glProgramParameter4dvNV},
    {"glProgramParameter4fNV", glProgramParameter4fNV},
    {"glProgramParameter4fvNV", glProgramParameter4fvNV},
    {"glProgramParameters4dvNV", glProgramParameters4dvNV},
    {"glProgramParameters4fvNV", glProgramParameters4fvNV},
    {"glProgramStringARB", glProgramStringARB},
    {"glPushAttrib", glPushAttrib},
    {"glPushClientAttrib", glPushClientAttrib},
    {"glPushMatrix", glPushMatrix},
    {"glPushName", glPushName},
    {"glRasterPos2d", glRasterPos2d},
    {"glRasterPos2dv", glRasterPos2dv},
    {"glRasterPos2f", glRasterPos2f},
    {"glRasterPos2fv", glRasterPos2fv},
    {"glRasterPos2i", glRasterPos2i},
    {"glRasterPos2iv", glRasterPos2iv},
    {"glRasterPos2s", glRasterPos2s},
    {"glRasterPos2sv", glRasterPos2sv},
    {"glRasterPos3d", glRasterPos3d},
    {"glRasterPos3dv", glRasterPos3dv},
    {"glRasterPos3f", glRasterPos3f},
    {"glRasterPos3fv", glRasterPos3fv},
    {"glRasterPos3i", glRasterPos3i},
    {"glRasterPos3iv", glRasterPos3iv},
    {"glRasterPos3s", glRasterPos3s},
    {"glRasterPos3sv", glRasterPos3sv},
    {"glRasterPos4d", glRasterPos4d},
    {"glRasterPos4dv", glRasterPos4dv},
    {"glRasterPos4f", glRasterPos4f},
    {"glRasterPos4fv", glRasterPos4fv},
    {"glRasterPos4i", glRasterPos4i},
    {"glRasterPos4iv", glRasterPos4iv},
    {"glRasterPos4s", glRasterPos4s},
    {"glRasterPos4sv", glRasterPos4sv},
    {"glReadBuffer", glReadBuffer},
    {"glReadPixels", glReadPixels},
    {"glRectd", glRectd},
    {"glRectdv", glRectdv},
    {"glRectf", glRectf},
    {"glRectfv", glRectfv},
    {"glRecti", glRecti},
    {"glRectiv", glRectiv},
    {"glRects", glRects},
    {"glRectsv", glRectsv},
    {"glRenderMode", glRenderMode},
    {"glRequestResidentProgramsNV", glRequestResidentProgramsNV},
    {"glResetHistogram", glResetHistogram},
    {"glResetMinmax", glResetMinmax},
    {"glRotated", glRotated},
    {"glRotatef", glRotatef},
    {"glSampleCoverage", glSampleCoverage},
    {"glSampleCoverageARB", glSampleCoverageARB},
    {"glScaled", glScaled},
    {"glScalef", glScalef},
    {"glScissor", glScissor},
    {"glSecondaryColor3b", glSecondaryColor3b},
    {"glSecondaryColor3bEXT", glSecondaryColor3bEXT},
    {"glSecondaryColor3bv", glSecondaryColor3bv},
    {"glSecondaryColor3bvEXT", glSecondaryColor3bvEXT},
    {"glSecondaryColor3d", glSecondaryColor3d},
    {"glSecondaryColor3dEXT", glSecondaryColor3dEXT},
    {"glSecondaryColor3dv", glSecondaryColor3dv},
    {"glSecondaryColor3dvEXT", glSecondaryColor3dvEXT},
    {"glSecondaryColor3f", glSecondaryColor3f},
    {"glSecondaryColor3fEXT", glSecondaryColor3fEXT},
    {"glSecondaryColor3fv", glSecondaryColor3fv},
    {"glSecondaryColor3fvEXT", glSecondaryColor3fvEXT},
    {"glSecondaryColor3i", glSecondaryColor3i},
    {"glSecondaryColor3iEXT", glSecondaryColor3iEXT},
    {"glSecondaryColor3iv", glSecondaryColor3iv},
    {"glSecondaryColor3ivEXT", glSecondaryColor3ivEXT},
    {"glSecondaryColor3s", glSecondaryColor3s},
    {"glSecondaryColor3sEXT", glSecondaryColor3sEXT},
    {"glSecondaryColor3sv", glSecondaryColor3sv},
    {"glSecondaryColor3svEXT", glSecondaryColor3svEXT},
    {"glSecondaryColor3ub", glSecondaryColor3ub},
    {"glSecondaryColor3ubEXT", glSecondaryColor3ubEXT},
    {"glSecondaryColor3ubv", glSecondaryColor3ubv},
    {"glSecondaryColor3ubvEXT", glSecondaryColor3ubvEXT},
    {"glSecondaryColor3ui", glSecondaryColor3ui},
    {"glSecondaryColor3uiEXT", glSecondaryColor3uiEXT},
    {"glSecondaryColor3uiv", glSecondaryColor3uiv},
    {"glSecondaryColor3uivEXT", glSecondaryColor3uivEXT},
    {"glSecondaryColor3us", glSecondaryColor3us},
    {"glSecondaryColor3usEXT", glSecondaryColor3usEXT},
    {"glSecondaryColor3usv", glSecondaryColor3usv},
    {"glSecondaryColor3usvEXT", glSecondaryColor3usvEXT},
    {"glSecondaryColorPointer", glSecondaryColorPointer},
    {"glSecondaryColorPointerEXT", glSecondaryColorPointerEXT},
    {"glSelectBuffer", glSelectBuffer},
    {"glShadeModel", glShadeModel},
    {"glStencilFunc", glStencilFunc},
    {"glStencilMask", glStencilMask},
    {"glStencilOp", glStencilOp},
    {"glTexCoord1d", glTexCoord1d},
    {"glTexCoord1dv", glTexCoord1dv},
    {"glTexCoord1f", glTexCoord1f},
    {"glTexCoord1fv", glTexCoord1fv},
    {"glTexCoord1i", glTexCoord1i},
    {"glTexCoord1iv", glTexCoord1iv},
    {"glTexCoord1s", glTexCoord1s},
    {"glTexCoord1sv", glTexCoord1sv},
    {"glTexCoord2d", glTexCoord2d},
    {"glTexCoord2dv", glTexCoord2dv},
    {"glTexCoord2f", glTexCoord2f},
    {"glTexCoord2fv", glTexCoord2fv},
    {"glTexCoord2i", glTexCoord2i},
    {"glTexCoord2iv", glTexCoord2iv},
    {"glTexCoord2s", glTexCoord2s},
    {"glTexCoord2sv", glTexCoord2sv},
    {"glTexCoord3d", glTexCoord3d},
    {"glTexCoord3dv", glTexCoord3dv},
    {"glTexCoord3f", glTexCoord3f},
    {"glTexCoord3fv", glTexCoord3fv},
    {"glTexCoord3i", glTexCoord3i},
    {"glTexCoord3iv", glTexCoord3iv},
    {"glTexCoord3s", glTexCoord3s},
    {"glTexCoord3sv", glTexCoord3sv},
    {"glTexCoord4d", glTexCoord4d},
    {"glTexCoord4dv", glTexCoord4dv},
    {"glTexCoord4f", glTexCoord4f},
    {"glTexCoord4fv", glTexCoord4fv},
    {"glTexCoord4i", glTexCoord4i},
    {"glTexCoord4iv", glTexCoord4iv},
    {"glTexCoord4s", glTexCoord4s},
    {"glTexCoord4sv", glTexCoord4sv},
    {"glTexCoordPointer", glTexCoordPointer},
    {"glTexEnvf", glTexEnvf},
    {"glTexEnvfv", glTexEnvfv},
    {"glTexEnvi", glTexEnvi},
    {"glTexEnviv", glTexEnviv},
    {"glTexGend", glTexGend},
    {"glTexGendv", glTexGendv},
    {"glTexGenf", glTexGenf},
    {"glTexGenfv", glTexGenfv},
    {"glTexGeni", glTexGeni},
    {"glTexGeniv", glTexGeniv},
    {"glTexImage1D", glTexImage1D},
    {"glTexImage2D", glTexImage2D},
    {"glTexImage3D", glTexImage3D},
    {"glTexImage3DEXT", glTexImage3DEXT},
    {"glTexParameterf", glTexParameterf},
    {"glTexParameterfv", glTexParameterfv},
    {"glTexParameteri", glTexParameteri},
    {"glTexParameteriv", glTexParameteriv},
    {"glTexSubImage1D", glTexSubImage1D},
    {"glTexSubImage2D", glTexSubImage2D},
    {"glTexSubImage3D", glTexSubImage3D},
    {"glTexSubImage3DEXT", glTexSubImage3DEXT},
    {"glTrackMatrixNV", glTrackMatrixNV},
    {"glTranslated", glTranslated},
    {"glTranslatef", glTranslatef},
    {"glUnmapBuffer", glUnmapBuffer},
    {"glUnmapBufferARB", glUnmapBufferARB},
    {"glVertex2d", glVertex2d},
    {"glVertex2dv", glVertex2dv},
    {"glVertex2f", glVertex2f},
    {"glVertex2fv", glVertex2fv},
    {"glVertex2i", glVertex2i},
    {"glVertex2iv", glVertex2iv},
    {"glVertex2s", glVertex2s},
    {"glVertex2sv", glVertex2sv},
    {"glVertex3d", glVertex3d},
    {"glVertex3dv", glVertex3dv},
    {"glVertex3f", glVertex3f},
    {"glVertex3fv", glVertex3fv},
    {"glVertex3i", glVertex3i},
    {"glVertex3iv", glVertex3iv},
    {"glVertex3s", glVertex3s},
    {"glVertex3sv", glVertex3sv},
    {"glVertex4d", glVertex4d},
    {"glVertex4dv", glVertex4dv},
    {"glVertex4f", glVertex4f},
    {"glVertex4fv", glVertex4fv},
    {"glVertex4i", glVertex4i},
    {"glVertex4iv", glVertex4iv},
    {"glVertex4s", glVertex4s},
    {"glVertex4sv", glVertex4sv},
    {"glVertexAttrib1dARB", glVertexAttrib1dARB},
    {"glVertexAttrib1dNV", glVertexAttrib1dNV},
    {"glVertexAttrib1dvARB", glVertexAttrib1dvARB},
    {"glVertexAttrib1dvNV", glVertexAttrib1dvNV},
    {"glVertexAttrib1fARB", glVertexAttrib1fARB},
    {"glVertexAttrib1fNV", glVertexAttrib1fNV},
    {"glVertexAttrib1fvARB", glVertexAttrib1fvARB},
    {"glVertexAttrib1fvNV", glVertexAttrib1fvNV},
    {"glVertexAttrib1sARB", glVertexAttrib1sARB},
    {"glVertexAttrib1sNV", glVertexAttrib1sNV},
    {"glVertexAttrib1svARB", glVertexAttrib1svARB},
    {"glVertexAttrib1svNV", glVertexAttrib1svNV},
    {"glVertexAttrib2dARB", glVertexAttrib2dARB},
    {"glVertexAttrib2dNV", glVertexAttrib2dNV},
    {"glVertexAttrib2dvARB", glVertexAttrib2dvARB},
    {"glVertexAttrib2dvNV", glVertexAttrib2dvNV},
    {"glVertexAttrib2fARB", glVertexAttrib2fARB},
    {"glVertexAttrib2fNV", glVertexAttrib2fNV},
    {"glVertexAttrib2fvARB", glVertexAttrib2fvARB},
    {"glVertexAttrib2fvNV", glVertexAttrib2fvNV},
    {"glVertexAttrib2sARB", glVertexAttrib2sARB},
    {"glVertexAttrib2sNV", glVertexAttrib2sNV},
    {"glVertexAttrib2svARB", glVertexAttrib2svARB},
    {"glVertexAttrib2svNV", glVertexAttrib2svNV},
    {"glVertexAttrib3dARB", glVertexAttrib3dARB},
    {"glVertexAttrib3dNV", glVertexAttrib3dNV},
    {"glVertexAttrib3dvARB", glVertexAttrib3dvARB},
    {"glVertexAttrib3dvNV", glVertexAttrib3dvNV},
    {"glVertexAttrib3fARB", glVertexAttrib3fARB},
    {"glVertexAttrib3fNV", glVertexAttrib3fNV},
    {"glVertexAttrib3fvARB", glVertexAttrib3fvARB},
    {"glVertexAttrib3fvNV", glVertexAttrib3fvNV},
    {"glVertexAttrib3sARB", glVertexAttrib3sARB},
    {"glVertexAttrib3sNV", glVertexAttrib3sNV},
    {"glVertexAttrib3svARB", glVertexAttrib3svARB},
    {"glVertexAttrib3svNV", glVertexAttrib3svNV},
    {"glVertexAttrib4NbvARB", glVertexAttrib4NbvARB},
    {"glVertexAttrib4NivARB", glVertexAttrib4NivARB},
    {"glVertexAttrib4NsvARB", glVertexAttrib4NsvARB},
    {"glVertexAttrib4NubARB", glVertexAttrib4NubARB},
    {"glVertexAttrib4NubvARB", glVertexAttrib4NubvARB},
    {"glVertexAttrib4NuivARB", glVertexAttrib4NuivARB},
    {"glVertexAttrib4NusvARB", glVertexAttrib4NusvARB},
    {"glVertexAttrib4bvARB", glVertexAttrib4bvARB},
    {"glVertexAttrib4dARB", glVertexAttrib4dARB},
    {"glVertexAttrib4dNV", glVertexAttrib4dNV},
    {"glVertexAttrib4dvARB", glVertexAttrib4dvARB},
    {"glVertexAttrib4dvNV", glVertexAttrib4dvNV},
    {"glVertexAttrib4fARB", glVertexAttrib4fARB},
    {"glVertexAttrib4fNV", glVertexAttrib4fNV},
    {"glVertexAttrib4fvARB", glVertexAttrib4fvARB},
    {"glVertexAttrib4fvNV", glVertexAttrib4fvNV},
    {"glVertexAttrib4ivARB", glVertexAttrib4ivARB},
    {"glVertexAttrib4sARB", glVertexAttrib4sARB},
    {"glVertexAttrib4sNV", glVertexAttrib4sNV},
    {"glVertexAttrib4svARB", glVertexAttrib4svARB},
    {"glVertexAttrib4svNV", glVertexAttrib4svNV},
    {"glVertexAttrib4ubNV", glVertexAttrib4ubNV},
    {"glVertexAttrib4ubvARB", glVertexAttrib4ubvARB},
    {"glVertexAttrib4ubvNV", glVertexAttrib4ubvNV},
    {"glVertexAttrib4uivARB", glVertexAttrib4uivARB},
    {"glVertexAttrib4usvARB", glVertexAttrib4usvARB},
    {"glVertexAttribPointerARB", glVertexAttribPointerARB},
    {"glVertexAttribs1dvNV", glVertexAttribs1dvNV},
    {"glVertexAttribs1fvNV", glVertexAttribs1fvNV},
    {"glVertexAttribs1svNV", glVertexAttribs1svNV},
    {"glVertexAttribs2dvNV", glVertexAttribs2dvNV},
    {"glVertexAttribs2fvNV", glVertexAttribs2fvNV},
    {"glVertexAttribs2svNV", glVertexAttribs2svNV},
    {"glVertexAttribs3dvNV", glVertexAttribs3dvNV},
    {"glVertexAttribs3fvNV", glVertexAttribs3fvNV},
    {"glVertexAttribs3svNV", glVertexAttribs3svNV},
    {"glVertexAttribs4dvNV", glVertexAttribs4dvNV},
    {"glVertexAttribs4fvNV", glVertexAttribs4fvNV},
    {"glVertexAttribs4svNV", glVertexAttribs4svNV},
    {"glVertexAttribs4ubvNV", glVertexAttribs4ubvNV},
    {"glVertexPointer", glVertexPointer},
    {"glViewport", glViewport},
    {"glWindowPos2d", glWindowPos2d},
    {"glWindowPos2dARB", glWindowPos2dARB},
    {"glWindowPos2dv", glWindowPos2dv},
    {"glWindowPos2dvARB", glWindowPos2dvARB},
    {"glWindowPos2f", glWindowPos2f},
    {"glWindowPos2fARB", glWindowPos2fARB},
    {"glWindowPos2fv", glWindowPos2fv},
    {"glWindowPos2fvARB", glWindowPos2fvARB},
    {"glWindowPos2i", glWindowPos2i},
    {"glWindowPos2iARB", glWindowPos2iARB},
    {"glWindowPos2iv", glWindowPos2iv},
    {"glWindowPos2ivARB", glWindowPos2ivARB},
    {"glWindowPos2s", glWindowPos2s},
    {"glWindowPos2sARB", glWindowPos2sARB},
    {"glWindowPos2sv", glWindowPos2sv},
    {"glWindowPos2svARB", glWindowPos2svARB},
    {"glWindowPos3d", glWindowPos3d},
    {"glWindowPos3dARB", glWindowPos3dARB},
    {"glWindowPos3dv", glWindowPos3dv},
    {"glWindowPos3dvARB", glWindowPos3dvARB},
    {"glWindowPos3f", glWindowPos3f},
    {"glWindowPos3fARB", glWindowPos3fARB},
    {"glWindowPos3fv", glWindowPos3fv},
    {"glWindowPos3fvARB", glWindowPos3fvARB},
    {"glWindowPos3i", glWindowPos3i},
    {"glWindowPos3iARB", glWindowPos3iARB},
    {"glWindowPos3iv", glWindowPos3iv},
    {"glWindowPos3ivARB", glWindowPos3ivARB},
    {"glWindowPos3s", glWindowPos3s},
    {"glWindowPos3sARB", glWindowPos3sARB},
    {"glWindowPos3sv", glWindowPos3sv},
    {"glWindowPos3svARB", glWindowPos3svARB},
    {"glXChooseFBConfig", glXChooseFBConfig},
    {"glXChooseVisual", glXChooseVisual},
    {"glXCopyContext", glXCopyContext},
    {"glXCreateContext", glXCreateContext},
    {"glXCreateContextAttribsARB", glXCreateContextAttribsARB},
    {"glXCreateGLXPixmap", glXCreateGLXPixmap},
    {"glXCreateNewContext", glXCreateNewContext},
    {"glXCreatePbuffer", glXCreatePbuffer},
    {"glXCreatePixmap", glXCreatePixmap},
    {"glXCreateWindow", glXCreateWindow},
    {"glXDestroyContext", glXDestroyContext},
    {"glXDestroyGLXPixmap", glXDestroyGLXPixmap},
    {"glXDestroyPbuffer", glXDestroyPbuffer},
    {"glXDestroyPixmap", glXDestroyPixmap},
    {"glXDestroyWindow", glXDestroyWindow},
    {"glXGetClientString", glXGetClientString},
    {"glXGetConfig", glXGetConfig},
    {"glXGetCurrentContext", glXGetCurrentContext},
    {"glXGetCurrentDisplay", glXGetCurrentDisplay},
    {"glXGetCurrentDrawable", glXGetCurrentDrawable},
    {"glXGetCurrentReadDrawable", glXGetCurrentReadDrawable},
    {"glXGetFBConfigAttrib", glXGetFBConfigAttrib},
    {"glXGetFBConfigs", glXGetFBConfigs},
    {"glXGetProcAddress", glXGetProcAddress},
    {"glXGetProcAddressARB", glXGetProcAddressARB},
    {"glXGetSelectedEvent", glXGetSelectedEvent},
    {"glXGetSwapIntervalMESA", glXGetSwapIntervalMESA},
    {"glXGetVisualFromFBConfig", glXGetVisualFromFBConfig},
    {"glXIsDirect", glXIsDirect},
    {"glXMakeContextCurrent", glXMakeContextCurrent},
    {"glXMakeCurrent", glXMakeCurrent},
    {"glXQueryContext", glXQueryContext},
    {"glXQueryDrawable", glXQueryDrawable},
    {"glXQueryExtension", glXQueryExtension},
    {"glXQueryExtensionsString", glXQueryExtensionsString},
    {"glXQueryServerString", glXQueryServerString},
    {"glXQueryVersion", glXQueryVersion},
    {"glXSelectEvent", glXSelectEvent},
    {"glXSwapBuffers", glXSwapBuffers},
    {"glXSwapIntervalEXT", glXSwapIntervalEXT},
    {"glXSwapIntervalMESA", glXSwapIntervalMESA},
    {"glXSwapIntervalSGI", glXSwapIntervalSGI},
    {"glXWaitGL", glXWaitGL},
    {"glXWaitX", glXWaitX},
};

const unsigned vmgl_proc_count = 780;
