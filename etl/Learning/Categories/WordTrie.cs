namespace SafetyAnalytics.Learning.Categories;

/// <summary>Finds words in a text, the longest at each place; a word inside a longer one is not found.</summary>
internal sealed class WordTrie
{
    // One table for all nodes: (node, character) to node. Node 0 is the root.
    private readonly Dictionary<(int Node, char Character), int> _next = [];
    private readonly List<int> _wordAt = [-1];
    private readonly List<string> _words = [];

    /// <returns>The word's number, from 0; the same for a word added before.</returns>
    public int Add(string word)
    {
        var node = 0;
        foreach (var c in word)
        {
            if (!_next.TryGetValue((node, c), out var child))
            {
                child = _wordAt.Count;
                _wordAt.Add(-1);
                _next[(node, c)] = child;
            }

            node = child;
        }

        if (_wordAt[node] < 0)
        {
            _wordAt[node] = _words.Count;
            _words.Add(word);
        }

        return _wordAt[node];
    }

    /// <summary>The numbers of the words found, in the order of the text; a word that occurs twice comes twice.</summary>
    public void Find(string text, List<int> found)
    {
        var covered = 0;
        for (var start = 0; start < text.Length; start++)
        {
            var word = LongestAt(text, start);
            if (word < 0 || start + _words[word].Length <= covered) continue;
            covered = start + _words[word].Length;
            found.Add(word);
        }
    }

    private int LongestAt(string text, int start)
    {
        int node = 0, longest = -1;
        for (var at = start; at < text.Length && _next.TryGetValue((node, text[at]), out node); at++)
        {
            if (_wordAt[node] >= 0) longest = _wordAt[node];
        }

        return longest;
    }
}
