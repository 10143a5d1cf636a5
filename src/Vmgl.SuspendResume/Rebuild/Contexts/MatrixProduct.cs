using System.Runtime.InteropServices;
using Vmgl.Wire;
using Vmgl.Wire.Commands;

namespace Vmgl.SuspendResume.Rebuild.Contexts;

/// <summary>The product of a long row of matrix commands (GL 2.1 section 2.11.2), in double precision. Only for rows that no load ends: the
/// driver's rounding is its own, and everything shorter is written again as it was.</summary>
internal sealed class MatrixProduct : IMatrixCommands
{
    private double[] _product = MakeIdentity();

    private MatrixProduct()
    {
    }

    /// <summary>Whether GL takes the command: glFrustum and glOrtho refuse what has no volume.</summary>
    public static bool IsAccepted(Opcode opcode, ReadOnlySpan<byte> command) => opcode switch
    {
        Opcode.Ortho => HasVolume(new Ortho(command)),
        Opcode.Frustum => HasVolume(new Frustum(command)),
        _ => true,
    };

    /// <summary>One command that loads what a row of commands makes of the identity.</summary>
    public static byte[] LoadOf(ReadOnlySpan<SlotValue> row)
    {
        var product = new MatrixProduct();
        foreach (SlotValue value in row)
        {
            MatrixDispatch.FoldCommand(product, value.Opcode, value.Command);
        }

        byte[] load = new byte[LoadMatrixd.Bytes];
        LoadMatrixd.Write(load, MemoryMarshal.AsBytes(product._product.AsSpan()));
        return load;
    }

    void IMatrixCommands.FoldLoadIdentity(LoadIdentity command) => _product = MakeIdentity();

    void IMatrixCommands.FoldLoadMatrixf(LoadMatrixf command) => _product = FloatsOf(command.M);

    void IMatrixCommands.FoldLoadMatrixd(LoadMatrixd command) => _product = DoublesOf(command.M);

    void IMatrixCommands.FoldLoadTransposeMatrixf(LoadTransposeMatrixf command) => _product = TransposeMatrix(FloatsOf(command.M));

    void IMatrixCommands.FoldLoadTransposeMatrixd(LoadTransposeMatrixd command) => _product = TransposeMatrix(DoublesOf(command.M));

    void IMatrixCommands.FoldMultMatrixf(MultMatrixf command) => MultiplyBy(FloatsOf(command.M));

    void IMatrixCommands.FoldMultMatrixd(MultMatrixd command) => MultiplyBy(DoublesOf(command.M));

    void IMatrixCommands.FoldMultTransposeMatrixf(MultTransposeMatrixf command) => MultiplyBy(TransposeMatrix(FloatsOf(command.M)));

    void IMatrixCommands.FoldMultTransposeMatrixd(MultTransposeMatrixd command) => MultiplyBy(TransposeMatrix(DoublesOf(command.M)));

    void IMatrixCommands.FoldTranslatef(Translatef command) => MultiplyBy(TranslationBy(command.X, command.Y, command.Z));

    void IMatrixCommands.FoldTranslated(Translated command) => MultiplyBy(TranslationBy(command.X, command.Y, command.Z));

    void IMatrixCommands.FoldScalef(Scalef command) => MultiplyBy(ScalingBy(command.X, command.Y, command.Z));

    void IMatrixCommands.FoldScaled(Scaled command) => MultiplyBy(ScalingBy(command.X, command.Y, command.Z));

    void IMatrixCommands.FoldRotatef(Rotatef command) => MultiplyBy(RotationBy(command.Angle, command.X, command.Y, command.Z));

    void IMatrixCommands.FoldRotated(Rotated command) => MultiplyBy(RotationBy(command.Angle, command.X, command.Y, command.Z));

    void IMatrixCommands.FoldOrtho(Ortho command) => MultiplyBy(ProjectionOf(command));

    void IMatrixCommands.FoldFrustum(Frustum command) => MultiplyBy(ProjectionOf(command));

    private static bool HasVolume(Ortho o) => o.Left != o.Right && o.Bottom != o.Top && o.ZNear != o.ZFar;

    private static bool HasVolume(Frustum f) => f.Left != f.Right && f.Bottom != f.Top && f.ZNear != f.ZFar && f.ZNear > 0 && f.ZFar > 0;

    private static double[] MakeIdentity() => [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1];

    private static double[] FloatsOf(ReadOnlySpan<byte> bytes) =>
        [.. MemoryMarshal.Cast<byte, float>(bytes).ToArray().Select(f => (double)f)];

    private static double[] DoublesOf(ReadOnlySpan<byte> bytes) => MemoryMarshal.Cast<byte, double>(bytes).ToArray();

    private static double[] TransposeMatrix(double[] m) =>
        [m[0], m[4], m[8], m[12], m[1], m[5], m[9], m[13], m[2], m[6], m[10], m[14], m[3], m[7], m[11], m[15]];

    private static double[] TranslationBy(double x, double y, double z) => [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, x, y, z, 1];

    private static double[] ScalingBy(double x, double y, double z) => [x, 0, 0, 0, 0, y, 0, 0, 0, 0, z, 0, 0, 0, 0, 1];

    /// <param name="angle">In degrees.</param>
    private static double[] RotationBy(double angle, double x, double y, double z)
    {
        double length = Math.Sqrt((x * x) + (y * y) + (z * z));
        if (length == 0)
        {
            return MakeIdentity();
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

    private static double[] ProjectionOf(Ortho o) =>
    [
        2 / (o.Right - o.Left), 0, 0, 0, 0, 2 / (o.Top - o.Bottom), 0, 0, 0, 0, -2 / (o.ZFar - o.ZNear), 0,
        -(o.Right + o.Left) / (o.Right - o.Left), -(o.Top + o.Bottom) / (o.Top - o.Bottom), -(o.ZFar + o.ZNear) / (o.ZFar - o.ZNear), 1,
    ];

    private static double[] ProjectionOf(Frustum f) =>
    [
        2 * f.ZNear / (f.Right - f.Left), 0, 0, 0, 0, 2 * f.ZNear / (f.Top - f.Bottom), 0, 0,
        (f.Right + f.Left) / (f.Right - f.Left), (f.Top + f.Bottom) / (f.Top - f.Bottom), -(f.ZFar + f.ZNear) / (f.ZFar - f.ZNear), -1,
        0, 0, -2 * f.ZFar * f.ZNear / (f.ZFar - f.ZNear), 0,
    ];

    private void MultiplyBy(double[] factor)
    {
        double[] product = new double[16];
        for (int column = 0; column < 4; column++)
        {
            for (int row = 0; row < 4; row++)
            {
                double sum = 0;
                for (int i = 0; i < 4; i++)
                {
                    sum += _product[(i * 4) + row] * factor[(column * 4) + i];
                }

                product[(column * 4) + row] = sum;
            }
        }

        _product = product;
    }
}
