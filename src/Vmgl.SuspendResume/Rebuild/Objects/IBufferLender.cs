using System.Buffers;

namespace Vmgl.SuspendResume.Rebuild.Objects;

/// <summary>The guest's own copy of a buffer object, as the program left it: often the very bytes that the mirror would have to
/// keep.</summary>
public interface IBufferLender
{
    /// <summary>Lends the copy, if it has these bytes and nobody can change them unseen; null if not.</summary>
    IBufferLoan? TryLend(ReadOnlySpan<byte> contents);
}

/// <summary>Bytes that are as they were when they were lent: the lender copies them before it changes them.</summary>
public interface IBufferLoan
{
    /// <summary>Ends the loan; the bytes, in memory of the borrower's own, and behind them zeros up to a multiple of 4.</summary>
    IMemoryOwner<byte> TakeBytes();

    /// <summary>Ends the loan; nobody needs the bytes.</summary>
    void CancelLoan();
}
