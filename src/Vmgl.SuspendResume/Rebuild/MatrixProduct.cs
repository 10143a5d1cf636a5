using System.Runtime.InteropServices;
using Vmgl.Wire;
using Vmgl.Wire.Commands;

namespace Vmgl.SuspendResume.Rebuild;

/// <summary>What a long row of matrix commands comes to (GL 2.1 section 2.11.2), in double precision. Only for rows that nobody ends by a load: the
/// driver's rounding is its own, and everything shorter is given again as it was.</summary>
internal static class MatrixProduct
{
    /// <summary>Whether GL takes the command: glFrustum and glOrtho refuse what has no volume.</summary>
    public static bool IsAccepted(Opcode opcode, ReadOnlySpan<byte> command)
    {
        if (opcode == Opcode.Ortho)
        {
            var o = new Ortho(command);
            return o.Left != o.Right && o.Bottom != o.Top && o.ZNear != o.ZFar;
        }

        if (opcode == Opcode.Frustum)
        {
            var f = new Frustum(command);
            return f.Left != f.Right && f.Bottom != f.Top && f.ZNear != f.ZFar && f.ZNear > 0 && f.ZFar > 0;
        }

        return true;
    }

    /// <summary>One command that loads what the row makes of the identity.</summary>
    public static byte[] Load(ReadOnlySpan<SlotValue> row)
    {
        double[] product = Identity();
        foreach (SlotValue value in row)
        {
            product = Apply(product, value.Command);
        }

        byte[] load = new byte[LoadMatrixd.Bytes];
        LoadMatrixd.Write(load, MemoryMarshal.AsBytes(product.AsSpan()));
        return load;
    }

    private static double[] Identity() => [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1];

    private static double[] Apply(double[] matrix, byte[] command)
    {
        var opcode = (Opcode)(ushort)(command[0] | (command[1] << 8));
        return opcode switch
        {
            Opcode.LoadIdentity => Identity(),
            Opcode.LoadMatrixf => Floats(new LoadMatrixf(command).M),
            Opcode.LoadMatrixd => Doubles(new LoadMatrixd(command).M),
            Opcode.LoadTransposeMatrixf => Transposed(Floats(new LoadTransposeMatrixf(command).M)),
            Opcode.LoadTransposeMatrixd => Transposed(Doubles(new LoadTransposeMatrixd(command).M)),
            _ => Times(matrix, Factor(opcode, command)),
        };
    }

    private static double[] Factor(Opcode opcode, byte[] command) => opcode switch
    {
        Opcode.MultMatrixf => Floats(new MultMatrixf(command).M),
        Opcode.MultMatrixd => Doubles(new MultMatrixd(command).M),
        Opcode.MultTransposeMatrixf => Transposed(Floats(new MultTransposeMatrixf(command).M)),
        Opcode.MultTransposeMatrixd => Transposed(Doubles(new MultTransposeMatrixd(command).M)),
        Opcode.Translatef => Translation(new Translatef(command).X, new Translatef(command).Y, new Translatef(command).Z),
        Opcode.Translated => Translation(new Translated(command).X, new Translated(command).Y, new Translated(command).Z),
        Opcode.Scalef => Scaling(new Scalef(command).X, new Scalef(command).Y, new Scalef(command).Z),
        Opcode.Scaled => Scaling(new Scaled(command).X, new Scaled(command).Y, new Scaled(command).Z),
        Opcode.Rotatef => Rotation(new Rotatef(command).Angle, new Rotatef(command).X, new Rotatef(command).Y, new Rotatef(command).Z),
        Opcode.Rotated => Rotation(new Rotated(command).Angle, new Rotated(command).X, new Rotated(command).Y, new Rotated(command).Z),
        Opcode.Ortho => Box(new Ortho(command)),
        Opcode.Frustum => Pyramid(new Frustum(command)),
        _ => throw new ArgumentException($"{opcode} makes no matrix", nameof(opcode)),
    };

    private static double[] Floats(ReadOnlySpan<byte> bytes) => [.. MemoryMarshal.Cast<byte, float>(bytes).ToArray().Select(f => (double)f)];

    private static double[] Doubles(ReadOnlySpan<byte> bytes) => MemoryMarshal.Cast<byte, double>(bytes).ToArray();

    private static double[] Transposed(double[] m) =>
        [m[0], m[4], m[8], m[12], m[1], m[5], m[9], m[13], m[2], m[6], m[10], m[14], m[3], m[7], m[11], m[15]];

    private static double[] Translation(double x, double y, double z) => [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, x, y, z, 1];

    private static double[] Scaling(double x, double y, double z) => [x, 0, 0, 0, 0, y, 0, 0, 0, 0, z, 0, 0, 0, 0, 1];

    private static double[] Rotation(double angle, double x, double y, double z)
    {
        double length = Math.Sqrt((x * x) + (y * y) + (z * z));
        if (length == 0)
        {
            return Identity();
        }

        (x, y, z) = (x / length, y / length, z / length);
        (double s, double c) = Math.SinCos(angle * Math.PI / 180);
        double d = 1 - c;
        return
        [
            (x * x * d) + c, (y * x * d) + (z * s), (x * z * d) - (y * s), 0,
            (x * y * d) - (z * s), (y * y * d) + c, (y * z * d) + (x * s), 0,
            (x * z * d) + (y * s), (y * z * d) - (x * s), (z * z * d) + c, 0,
            0, 0, 0, 1,
        ];
    }

    private static double[] Box(Ortho o) =>
    [
        2 / (o.Right - o.Left), 0, 0, 0, 0, 2 / (o.Top - o.Bottom), 0, 0, 0, 0, -2 / (o.ZFar - o.ZNear), 0,
        -(o.Right + o.Left) / (o.Right - o.Left), -(o.Top + o.Bottom) / (o.Top - o.Bottom), -(o.ZFar + o.ZNear) / (o.ZFar - o.ZNear), 1,
    ];

    private static double[] Pyramid(Frustum f) =>
    [
        2 * f.ZNear / (f.Right - f.Left), 0, 0, 0, 0, 2 * f.ZNear / (f.Top - f.Bottom), 0, 0,
        (f.Right + f.Left) / (f.Right - f.Left), (f.Top + f.Bottom) / (f.Top - f.Bottom), -(f.ZFar + f.ZNear) / (f.ZFar - f.ZNear), -1,
        0, 0, -2 * f.ZFar * f.ZNear / (f.ZFar - f.ZNear), 0,
    ];

    private static double[] Times(double[] left, double[] right)
    {
        double[] product = new double[16];
        for (int column = 0; column < 4; column++)
        {
            for (int row = 0; row < 4; row++)
            {
                double sum = 0;
                for (int i = 0; i < 4; i++)
                {
                    sum += left[(i * 4) + row] * right[(column * 4) + i];
                }

                product[(column * 4) + row] = sum;
            }
        }

        return product;
    }
}
