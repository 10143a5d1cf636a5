using System.Runtime.InteropServices;
using Vmgl.GuestShim.Interop;
using Vmgl.Wire.Pictures;

namespace Vmgl.GuestShim.Present;

/// <summary>The pixels of a window as they are to be shown, in memory that the X server shares where it can.</summary>
internal sealed unsafe class WindowImage
{
    private readonly Xcb _server;
    private readonly PixelFormat _format;
    private readonly uint _segment;
    private readonly byte* _image;
    private readonly long _imageBytes;
    private readonly byte* _picture;
    private readonly bool _isMapped;

    /// <param name="width">Pixels.</param>
    /// <param name="height">Pixels.</param>
    public WindowImage(Xcb server, PixelFormat format, int width, int height)
    {
        (_server, _format, Width, Height) = (server, format, width, height);
        _imageBytes = (long)format.RowBytes(width) * height;
        int descriptor = -1;
        byte* shared = server.HasShm ? Libc.ShareMemory(_imageBytes, out descriptor) : null;
        _isMapped = shared is not null;
        _segment = _isMapped ? server.AttachMemory(descriptor) : 0;
        _image = _isMapped ? shared : (byte*)NativeMemory.AllocZeroed((nuint)_imageBytes);
        _picture = format.IsPicture ? _image : (byte*)NativeMemory.AllocZeroed((nuint)(4L * width * height));
    }

    public int Width { get; }

    public int Height { get; }

    /// <summary>Whether the X server reads the pixels from where they lie.</summary>
    public bool IsShared => _segment != 0;

    /// <summary>A part of a row of the picture, four bytes a pixel.</summary>
    public Span<byte> RowOf(int x, int y, int width) => new(_picture + (((long)y * Width) + x) * 4, width * 4);

    /// <summary>Puts an area of the picture into a drawable.</summary>
    public void PutArea(uint drawable, uint gc, PictureArea area)
    {
        if (!_format.IsPicture)
        {
            ConvertArea(area);
        }

        if (IsShared)
        {
            _server.PutShared(_segment, drawable, gc, area, Width, Height, _format.Depth);
            return;
        }

        PutRows(drawable, gc, area);
    }

    /// <summary>Gives the memory back.</summary>
    public void FreeMemory()
    {
        if (_segment != 0)
        {
            _server.DetachMemory(_segment);
        }

        if (!_format.IsPicture)
        {
            NativeMemory.Free(_picture);
        }

        if (_isMapped)
        {
            Libc.UnmapMemory(_image, _imageBytes);
        }
        else
        {
            NativeMemory.Free(_image);
        }
    }

    private void ConvertArea(PictureArea area)
    {
        int rowBytes = _format.RowBytes(Width);
        for (int y = area.Y; y < area.Y + area.Height; y++)
        {
            var row = new Span<byte>(_image + ((long)y * rowBytes), rowBytes);
            _format.ConvertPixels(RowOf(area.X, y, area.Width), row[(area.X * _format.BitsPerPixel / 8)..]);
        }
    }

    /// <summary>Rows of an area without gaps, as many as a request takes.</summary>
    private void PutRows(uint drawable, uint gc, PictureArea area)
    {
        const int RequestHead = 32;
        int rowBytes = _format.RowBytes(area.Width);
        int most = (int)Math.Clamp((_server.MaxRequestBytes - RequestHead) / rowBytes, 1, area.Height);
        byte[] rows = new byte[most * rowBytes];
        for (int top = 0; top < area.Height; top += most)
        {
            int height = Math.Min(most, area.Height - top);
            for (int y = 0; y < height; y++)
            {
                int bytes = area.Width * _format.BitsPerPixel / 8;
                long at = ((long)(area.Y + top + y) * _format.RowBytes(Width)) + (area.X * _format.BitsPerPixel / 8);
                new ReadOnlySpan<byte>(_image + at, bytes).CopyTo(rows.AsSpan(y * rowBytes));
            }

            _server.PutImage(drawable, gc, area with { Y = area.Y + top, Height = height }, _format.Depth,
                rows.AsSpan(0, height * rowBytes));
        }
    }
}
