using System.Buffers.Binary;
using System.Runtime.InteropServices;
using Vmgl.Testing;
using Vmgl.Wire.Commands;

namespace Vmgl.Stub.Tests.Replay;

/// <summary>What a guest says: commands as bytes.</summary>
internal static class Say
{
    public const uint Token = Samples.Token;

    public static byte[] Vertex3f(float x) => Written(Wire.Commands.Vertex3f.Bytes, to => Wire.Commands.Vertex3f.Write(to, x, 0, 0));

    public static byte[] GetIntegerv(uint name) =>
        Written(Wire.Commands.GetIntegerv.Bytes, to => Wire.Commands.GetIntegerv.Write(to, Token, name));

    public static byte[] GetBooleanv(uint name) =>
        Written(Wire.Commands.GetBooleanv.Bytes, to => Wire.Commands.GetBooleanv.Write(to, Token, name));

    public static byte[] GetDoublev(uint name) =>
        Written(Wire.Commands.GetDoublev.Bytes, to => Wire.Commands.GetDoublev.Write(to, Token, name));

    public static byte[] GetString(uint name) =>
        Written(Wire.Commands.GetString.Bytes, to => Wire.Commands.GetString.Write(to, Token, name));

    public static byte[] IsEnabled(uint cap) => Written(Wire.Commands.IsEnabled.Bytes, to => Wire.Commands.IsEnabled.Write(to, Token, cap));

    public static byte[] AreTexturesResident(params uint[] names) => Written(
        (int)Wire.Commands.AreTexturesResident.Measure(names.Length),
        to => Wire.Commands.AreTexturesResident.Write(to, Token, names.Length, MemoryMarshal.AsBytes(names.AsSpan())));

    public static byte[] CreateContext(uint context) => Written(
        (int)Wire.Commands.CreateContext.Measure(0), to => Wire.Commands.CreateContext.Write(to, Token, context, 0, 0, 0, 0, 0, 0, 0, []));

    public static byte[] DestroyContext(uint context) =>
        Written(Wire.Commands.DestroyContext.Bytes, to => Wire.Commands.DestroyContext.Write(to, context));

    public static byte[] MakeCurrent(uint context, uint draw, uint read) => Written(
        Wire.Commands.MakeCurrent.Bytes, to => Wire.Commands.MakeCurrent.Write(to, context, draw, read));

    public static byte[] TryMakeCurrent(uint context, uint draw, uint read) => Written(
        Wire.Commands.TryMakeCurrent.Bytes, to => Wire.Commands.TryMakeCurrent.Write(to, Token, context, draw, read));

    public static byte[] HasErred() => Written(Wire.Commands.HasErred.Bytes, to => Wire.Commands.HasErred.Write(to, Token));

    public static byte[] SwapBuffers(uint drawable) =>
        Written(Wire.Commands.SwapBuffers.Bytes, to => Wire.Commands.SwapBuffers.Write(to, drawable));

    public static byte[] EndStream() => Written(Wire.Commands.EndStream.Bytes, Wire.Commands.EndStream.Write);

    public static byte[] MakeLists(uint first, int range) =>
        Written(Wire.Commands.MakeLists.Bytes, to => Wire.Commands.MakeLists.Write(to, first, range));

    public static byte[] WaitForDisplay() => Written(Wire.Commands.WaitForDisplay.Bytes, to =>
        Wire.Commands.WaitForDisplay.Write(to, Token, 1));

    public static byte[] ChooseVisual(params int[] attributes) => Written(
        (int)Wire.Commands.ChooseVisual.Measure(attributes.Length),
        to => Wire.Commands.ChooseVisual.Write(to, Token, 0, attributes.Length, MemoryMarshal.AsBytes(attributes.AsSpan())));

    public static byte[] RaiseError(uint error) => Written(Wire.Commands.RaiseError.Bytes, to => Wire.Commands.RaiseError.Write(to, error));

    public static byte[] GetError() => Written(Wire.Commands.GetError.Bytes, to => Wire.Commands.GetError.Write(to, Token));

    public static byte[] CreateSurface(uint drawable, uint width, uint height, uint how, uint forced = 0, string title = "test") => Written(
        (int)Wire.Commands.CreateSurface.Measure(title.Length),
        to => Wire.Commands.CreateSurface.Write(
            to, Token, drawable, 0, 7, width, height, how, forced, title.Length, System.Text.Encoding.UTF8.GetBytes(title)));

    public static byte[] ResizeSurface(uint drawable, uint width, uint height) => Written(
        Wire.Commands.ResizeSurface.Bytes, to => Wire.Commands.ResizeSurface.Write(to, drawable, width, height));

    public static byte[] OpenPictures(uint compression, uint quality, uint spoil) => Written(
        Wire.Commands.OpenPictures.Bytes, to => Wire.Commands.OpenPictures.Write(to, Token, compression, quality, spoil, 7));

    public static byte[] Flush() => Written(Wire.Commands.Flush.Bytes, Wire.Commands.Flush.Write);

    public static byte[] ForgetDrawable(uint drawable) => Written(
        Wire.Commands.ForgetDrawable.Bytes, to => Wire.Commands.ForgetDrawable.Write(to, drawable));

    public static byte[] AttachWindow(uint drawable) => Written(
        Wire.Commands.AttachWindow.Bytes, to => Wire.Commands.AttachWindow.Write(to, Token, drawable, new byte[16]));

    /// <summary>A command of an opcode that was never given.</summary>
    public static byte[] Nonsense()
    {
        byte[] bytes = new byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, 0x0001FFFF);
        return bytes;
    }

    private static byte[] Written(int bytes, Write write)
    {
        byte[] to = new byte[bytes];
        write(to);
        return to;
    }

    private delegate void Write(Span<byte> to);
}
