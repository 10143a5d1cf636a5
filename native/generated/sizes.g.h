/* Made by Vmgl.Generator from spec/sizes.spec. Change that, then run: make generate */
#ifndef VMGL_SIZES_G_H
#define VMGL_SIZES_G_H
#include <stdint.h>

static inline int32_t vmgl_size_texParameter(uint32_t value)
{
    switch (value) {
    case 0x1004: /* GL_TEXTURE_BORDER_COLOR */
    case 0x8e46: /* GL_TEXTURE_SWIZZLE_RGBA */
        return 4;
    default:
        return 1;
    }
}

static inline int32_t vmgl_size_fog(uint32_t value)
{
    switch (value) {
    case 0x0b66: /* GL_FOG_COLOR */
        return 4;
    default:
        return 1;
    }
}

static inline int32_t vmgl_size_light(uint32_t value)
{
    switch (value) {
    case 0x1200: /* GL_AMBIENT */
    case 0x1201: /* GL_DIFFUSE */
    case 0x1202: /* GL_SPECULAR */
    case 0x1203: /* GL_POSITION */
        return 4;
    case 0x1204: /* GL_SPOT_DIRECTION */
        return 3;
    default:
        return 1;
    }
}

static inline int32_t vmgl_size_lightModel(uint32_t value)
{
    switch (value) {
    case 0x0b53: /* GL_LIGHT_MODEL_AMBIENT */
        return 4;
    default:
        return 1;
    }
}

static inline int32_t vmgl_size_material(uint32_t value)
{
    switch (value) {
    case 0x1200: /* GL_AMBIENT */
    case 0x1201: /* GL_DIFFUSE */
    case 0x1202: /* GL_SPECULAR */
    case 0x1600: /* GL_EMISSION */
    case 0x1602: /* GL_AMBIENT_AND_DIFFUSE */
        return 4;
    case 0x1603: /* GL_COLOR_INDEXES */
        return 3;
    default:
        return 1;
    }
}

static inline int32_t vmgl_size_texEnv(uint32_t value)
{
    switch (value) {
    case 0x2201: /* GL_TEXTURE_ENV_COLOR */
        return 4;
    default:
        return 1;
    }
}

static inline int32_t vmgl_size_texGen(uint32_t value)
{
    switch (value) {
    case 0x2501: /* GL_OBJECT_PLANE */
    case 0x2502: /* GL_EYE_PLANE */
        return 4;
    default:
        return 1;
    }
}

static inline int32_t vmgl_size_pointParameter(uint32_t value)
{
    switch (value) {
    case 0x8129: /* GL_POINT_DISTANCE_ATTENUATION */
        return 3;
    default:
        return 1;
    }
}

static inline int32_t vmgl_size_colorTableParameter(uint32_t value)
{
    switch (value) {
    case 0x80d6: /* GL_COLOR_TABLE_SCALE */
    case 0x80d7: /* GL_COLOR_TABLE_BIAS */
        return 4;
    default:
        return 1;
    }
}

static inline int32_t vmgl_size_convolutionParameter(uint32_t value)
{
    switch (value) {
    case 0x8154: /* GL_CONVOLUTION_BORDER_COLOR */
    case 0x8014: /* GL_CONVOLUTION_FILTER_SCALE */
    case 0x8015: /* GL_CONVOLUTION_FILTER_BIAS */
        return 4;
    default:
        return 1;
    }
}

static inline int32_t vmgl_size_combinerParameter(uint32_t value)
{
    switch (value) {
    case 0x852a: /* GL_CONSTANT_COLOR0_NV */
    case 0x852b: /* GL_CONSTANT_COLOR1_NV */
        return 4;
    default:
        return 1;
    }
}

static inline int32_t vmgl_size_combinerStageParameter(uint32_t value)
{
    switch (value) {
    case 0x852a: /* GL_CONSTANT_COLOR0_NV */
    case 0x852b: /* GL_CONSTANT_COLOR1_NV */
        return 4;
    default:
        return 1;
    }
}

static inline int32_t vmgl_size_callLists(uint32_t value)
{
    switch (value) {
    case 0x1400: /* GL_BYTE */
    case 0x1401: /* GL_UNSIGNED_BYTE */
        return 1;
    case 0x1402: /* GL_SHORT */
    case 0x1403: /* GL_UNSIGNED_SHORT */
    case 0x1407: /* GL_2_BYTES */
        return 2;
    case 0x1408: /* GL_3_BYTES */
        return 3;
    case 0x1404: /* GL_INT */
    case 0x1405: /* GL_UNSIGNED_INT */
    case 0x1406: /* GL_FLOAT */
    case 0x1409: /* GL_4_BYTES */
        return 4;
    default:
        return 0;
    }
}

#endif
