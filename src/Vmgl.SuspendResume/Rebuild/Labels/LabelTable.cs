using Vmgl.SuspendResume.Rebuild.Objects;
using Vmgl.Wire;
using Vmgl.Wire.Commands;

namespace Vmgl.SuspendResume.Rebuild.Labels;

/// <summary>Labels that the program gave to objects (GL 4.3 section 20.7).</summary>
internal sealed class LabelTable : ILabelCommands, IObjectTable
{
    private readonly Dictionary<(uint Kind, uint Name), Setting> _labels = [];

    /// <summary>Forgets the label of an object that is gone.</summary>
    /// <param name="kind">The identifier of its kind, as glObjectLabel takes it.</param>
    public void ForgetLabel(uint kind, uint name)
    {
        if (_labels.Count > 0)
        {
            _labels.Remove((kind, name));
        }
    }

    /// <summary>Forgets the labels of several.</summary>
    /// <param name="names">Their names, as an array of 32-bit words.</param>
    public void ForgetLabels(uint kind, ReadOnlySpan<byte> names)
    {
        for (int i = 0; i < names.Length && _labels.Count > 0; i += sizeof(uint))
        {
            _labels.Remove((kind, Fields.U32(names, i)));
        }
    }

    /// <summary>Writes some of the labels; their objects are there.</summary>
    public void WriteLabels(RebuildWriter to, Func<uint, uint, bool> which)
    {
        foreach (((uint kind, uint name), Setting label) in _labels)
        {
            if (which(kind, name))
            {
                label.Write(to);
            }
        }
    }

    /// <summary>Writes all but those that the tables of shaders and of queries write themselves.</summary>
    public void WriteObjects(RebuildWriter to) => WriteLabels(to, (kind, _) => kind is not (GL_SHADER or GL_PROGRAM or GL_QUERY));

    void ILabelCommands.FoldLabelObject(LabelObject view, in FoldedCommand command)
    {
        if (view.Given == 0)
        {
            ForgetLabel(view.Identifier, view.Name);
            return;
        }

        var slot = new Setting();
        slot.Set(command.Bytes, default, isSure: true);
        _labels[(view.Identifier, view.Name)] = slot;
    }
}
