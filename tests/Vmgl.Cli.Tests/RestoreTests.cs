using System.Buffers.Binary;
using System.Diagnostics;
using System.IO.Compression;
using System.Runtime.InteropServices;
using Vmgl.Cli.Restore;
using Vmgl.SuspendResume.Rebuild;
using Vmgl.SuspendResume.Snapshots;
using Vmgl.Tests.Shared;
using Vmgl.Wire.Commands;
using Vmgl.Wire.Frames;

namespace Vmgl.Cli.Tests;

/// <summary>vmgl restore, on a headless host: a snapshot of one pbuffer whose front is red below and blue above, and whose back is
/// green.</summary>
public sealed class RestoreTests : IDisposable
{
    private const uint Drawable = 0x1c00002;
    private const int Width = 30;
    private const int Height = 20;

    private readonly UserSession _user = new();

    private string SnapshotPath => Path.Combine(_user.Home, "gears.vmgl");

    private string PicturePath => Path.Combine(_user.Home, "gears.png");

    [Theory]
    [InlineData("front", "0000FF", "FF0000")]
    [InlineData("back", "00FF00", "00FF00")]
    public async Task Restore_WritesThePicture(string buffer, string above, string below)
    {
        RequireEgl();
        await using DaemonProcess daemon = await DaemonProcess.Start(start => start.Environment.Remove("DISPLAY"), "--headless");
        await File.WriteAllBytesAsync(SnapshotPath, Made(ConfigOf(daemon)), TestContext.Current.CancellationToken);

        (int exitCode, string output, string error) = await Restore(daemon, "--png", PicturePath, "--buffer", buffer);

        Assert.Equal((0, ""), (exitCode, error));
        Assert.Matches($"^{SnapshotPath}: gears\\[42\\] restored on 127.0.0.1:{daemon.Port} \\(EGL on GPU .*\\)\ndrawable 0x1c00002: 30 by 20, written to {PicturePath}\n$", output);
        (int width, int height, byte[] pixels) = ReadPng(await File.ReadAllBytesAsync(PicturePath, TestContext.Current.CancellationToken));
        Assert.Equal((Width, Height), (width, height));
        Assert.Equal(above, Convert.ToHexString(pixels, 0, 3));
        Assert.Equal(below, Convert.ToHexString(pixels, pixels.Length - 3, 3));
    }

    [Fact]
    public async Task Restore_WhatTheHostRefuses_IsSaid()
    {
        RequireEgl();
        await using DaemonProcess daemon = await DaemonProcess.Start(start => start.Environment.Remove("DISPLAY"), "--headless");
        await File.WriteAllBytesAsync(SnapshotPath, Made(config: 0x7777777), TestContext.Current.CancellationToken);

        (int exitCode, _, string error) = await Restore(daemon, "--png", PicturePath);

        Assert.Equal(1, exitCode);
        Assert.Matches("^vmgl: the host refuses pbuffer 0x1c00002.*: its FBConfigs or its GL differ", error);
        Assert.False(File.Exists(PicturePath));
    }

    [Fact]
    public async Task Restore_NobodyThere_IsSaid()
    {
        await File.WriteAllBytesAsync(SnapshotPath, Made(1), TestContext.Current.CancellationToken);

        (int exitCode, _, string error) = await _user.Run("restore", SnapshotPath, "--host", $"unix:{_user.Home}/nobody");
        Assert.Equal(1, exitCode);
        Assert.StartsWith($"vmgl: unix:{_user.Home}/nobody: ", error, StringComparison.Ordinal);

        Assert.Contains("give --host HOST:PORT or set GLSTUB", (await _user.Run("restore", SnapshotPath)).Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Png_IsReadAsItWasWritten()
    {
        byte[] pixels = new byte[7 * 5 * 3];
        new Random(3).NextBytes(pixels);
        using var file = new MemoryStream();
        Png.Write(file, 7, 5, pixels);

        (int width, int height, byte[] read) = ReadPng(file.ToArray());

        Assert.Equal((7, 5), (width, height));
        Assert.Equal(pixels.Chunk(21).Reverse().SelectMany(row => row), read);
    }

    public void Dispose() => _user.Dispose();

    private static void RequireEgl() =>
        Assert.SkipUnless(NativeLibrary.TryLoad("libEGL.so.1", out _), "libEGL.so.1 is not installed (Debian: libegl1, libegl-mesa0)");

    private Task<(int ExitCode, string Output, string Error)> Restore(DaemonProcess daemon, params string[] more)
    {
        ProcessStartInfo start = _user.Start(["restore", SnapshotPath, .. more]);
        start.Environment["GLSTUB"] = $"127.0.0.1:{daemon.Port}";
        return ProgramRun.ToEnd(start);
    }

    /// <summary>A double-buffered FBConfig of the host for pbuffers.</summary>
    private static uint ConfigOf(DaemonProcess daemon)
    {
        ReadOnlySpan<int> wanted = [GLX_DOUBLEBUFFER, 1, GLX_DRAWABLE_TYPE, GLX_PBUFFER_BIT, 0];
        using TestGuest guest = TestGuest.Greet(daemon.Port, out _);
        byte[] command = new byte[ChooseConfigs.Measure(wanted.Length)];
        ChooseConfigs.Write(command, 1, 0, wanted.Length, MemoryMarshal.AsBytes(wanted));
        byte[] head = new byte[GuestFrame.HeadBytes];
        new GuestFrame(0, command.Length, 0).Write(head);
        guest.Send([.. head, .. command]);
        var reply = HostFrame.Read(guest.Read(HostFrame.HeadBytes));
        Assert.True(reply.PayloadBytes > 0, "the host has no such FBConfig");
        return BinaryPrimitives.ReadUInt32LittleEndian(guest.Read(reply.PayloadBytes));
    }

    private static byte[] Made(uint config)
    {
        using var memory = new MemoryStream();
        var writer = new SnapshotWriter(memory, new SnapshotProgram("gears", 42, "far:7000", HostFacts.Least));
        writer.WriteDrawables([new SnapshotDrawable(Drawable, Width, Height, SnapshotDrawableKind.Window)]);
        writer.WriteContexts([new SnapshotContext(1, config, 0)]);
        ReadOnlySpan<int> size = [GLX_PBUFFER_WIDTH, Width, GLX_PBUFFER_HEIGHT, Height, 0];
        byte[] attributes = MemoryMarshal.AsBytes(size).ToArray();
        byte[] commands =
        [
            .. Command((int)CreatePbuffer.Measure(5), to => CreatePbuffer.Write(to, 1, Drawable, 0, config, 5, attributes)),
            .. Command((int)CreateContext.Measure(0), to => CreateContext.Write(to, 2, 1, 0, 0, config, 0, GLX_RGBA_TYPE, 0, 0, default)),
            .. Command(TryMakeCurrent.Bytes, to => TryMakeCurrent.Write(to, 3, 1, Drawable, Drawable)),
            .. Clear(0, 0, 1),
            .. Command(Enable.Bytes, to => Enable.Write(to, GL_SCISSOR_TEST)),
            .. Command(Scissor.Bytes, to => Scissor.Write(to, 0, 0, Width, Height / 2)),
            .. Clear(1, 0, 0),
            .. Command(Disable.Bytes, to => Disable.Write(to, GL_SCISSOR_TEST)),
            .. Command(SwapBuffers.Bytes, to => SwapBuffers.Write(to, Drawable)),
            .. Clear(0, 1, 0),
        ];
        writer.WriteFrame(0, commands, []);
        writer.WriteEnd();
        return memory.ToArray();
    }

    private static byte[] Clear(float red, float green, float blue) =>
    [
        .. Command(ClearColor.Bytes, to => ClearColor.Write(to, red, green, blue, 1)),
        .. Command(Wire.Commands.Clear.Bytes, to => Wire.Commands.Clear.Write(to, GL_COLOR_BUFFER_BIT)),
    ];

    private static byte[] Command(int bytes, Action<byte[]> write)
    {
        byte[] command = new byte[bytes];
        write(command);
        return command;
    }

    /// <summary>Rows from the top, of a PNG with one IDAT chunk and no filters.</summary>
    private static (int Width, int Height, byte[] Pixels) ReadPng(byte[] file)
    {
        (int width, int height) = (BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(16)),
            BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(20)));
        Assert.Equal("49454E44AE426082", Convert.ToHexString(file, file.Length - 8, 8)); // IEND and its checksum, which every PNG has
        using var packed = new ZLibStream(new MemoryStream(file, 41, file.Length - 41 - 16), CompressionMode.Decompress);
        using var rows = new MemoryStream();
        packed.CopyTo(rows);
        byte[][] lines = [.. rows.ToArray().Chunk((width * 3) + 1)];
        Assert.Equal(height, lines.Length);
        return (width, height, [.. lines.SelectMany(line => line.Skip(1))]);
    }
}
