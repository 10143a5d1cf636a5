using Vmgl.GuestShim.Connection;
using Vmgl.SuspendResume.Rebuild;
using Vmgl.SuspendResume.Rebuild.Contexts;
using Vmgl.Wire.Commands;

namespace Vmgl.GuestShim.Recovery;

/// <summary>The contents of an accumulation buffer (GL 2.1 section 4.2.4) that a context of the program uses. Mesa has one for each
/// context, so that no context of our own sees it: the program's works for us, whatever its state is.</summary>
/// <param name="buffer">The colour buffer that is written meanwhile.</param>
internal sealed class AccumulationContents(MirroredContext context, uint drawable, uint buffer, (int Width, int Height) size,
    AccumulatedColors colors)
{
    private const uint Accumulate = 0x0100;
    private const uint Load = 0x0101;
    private const uint Return = 0x0102;
    private const uint AddValue = 0x0104;
    private const uint Rgba = 0x1908;
    private const uint UnsignedByte = 0x1401;
    private const int Components = 4;

    /// <summary>Bytes that are kept.</summary>
    public long Bytes => colors.Bytes;

    /// <summary>Reads the buffer, and leaves it taken apart: it is to be written again. The colours of the drawable are lost, too. Null
    /// when it cannot be read now.</summary>
    /// <exception cref="HostLostException">The host is gone.</exception>
    public static AccumulationContents? ReadBuffer(IHostQuestions host, MirroredContext context, uint drawable, uint buffer,
        (int Width, int Height) size)
    {
        using var aside = ContextAside.EnterAside(host, context, drawable, buffer);
        if (aside is null)
        {
            return null;
        }

        var colors = new AccumulatedColors(size.Width * size.Height * Components);
        bool isRead = TakeOffUnits(host, size, colors, -AccumulatedColors.ReturnsSign, -AccumulatedColors.One);
        foreach (int bit in AccumulatedColors.Bits)
        {
            WriteAccum(host.Writer, AddValue, -AccumulatedColors.FactorOf(bit - 1));
            isRead &= TakeOffUnits(host, size, colors, AccumulatedColors.ReturnsSign, bit, bit - 1);
        }

        return isRead ? new AccumulationContents(context, drawable, buffer, size, colors) : null;
    }

    /// <summary>Takes units off what is above zero, or below, and notes them.</summary>
    /// <param name="lowered">By how many units everything was lowered before: it is raised again.</param>
    private static bool TakeOffUnits(IHostQuestions host, (int Width, int Height) size, AccumulatedColors colors, float returned, int units,
        int lowered = 0)
    {
        WriteAccum(host.Writer, Return, returned);
        if (DrawablePixels.ReadPixels(host, size, Rgba, UnsignedByte) is not byte[] image)
        {
            return false;
        }

        colors.AddImage(image, units);
        WriteAccum(host.Writer, AddValue, AccumulatedColors.FactorOf(lowered));
        WriteAccum(host.Writer, Accumulate, -AccumulatedColors.FactorOf(units));
        return true;
    }

    /// <summary>Writes the buffer of the context of the same number. The colours of the drawable are lost.</summary>
    /// <exception cref="HostLostException">The host is gone.</exception>
    public void WriteBuffer(IRebuildHost host)
    {
        uint operation = Load;
        foreach (int bit in AccumulatedColors.Bits)
        {
            AddPixels(host, colors.PlaneOf(bit), operation, AccumulatedColors.FactorOf(bit));
            operation = Accumulate;
        }

        AddPixels(host, colors.NegativePlane(), operation, -AccumulatedColors.FactorOf(AccumulatedColors.One));
    }

    private void AddPixels(IRebuildHost host, byte[] pixels, uint operation, float scale)
    {
        if (operation == Accumulate && Array.TrueForAll(pixels, value => value == 0))
        {
            return;
        }

        using (var own = OwnContext.EnterContext(host, context, share: 0, drawable))
        {
            if (own is null)
            {
                return; // its window is gone
            }

            DrawablePixels.PrepareToDraw(host.Writer);
            DrawablePixels.WritePixels(host.Writer, buffer, size, Rgba, UnsignedByte, pixels);
        }

        using var aside = ContextAside.EnterAside(host, context, drawable, buffer);
        if (aside is not null)
        {
            WriteAccum(host.Writer, operation, scale);
        }
    }

    private static void WriteAccum(RebuildWriter to, uint operation, float scale) =>
        Wire.Commands.Accum.Write(to.Reserve(Wire.Commands.Accum.Bytes), operation, scale);
}
