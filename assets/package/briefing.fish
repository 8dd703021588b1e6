# Print an optspec for argparse to handle cmd's options that are independent of any subcommand.
function __fish_briefing_global_optspecs
    string join \n sample= date= as= item= follow theme= size= width= plain no-mouse no-state config= h/help V/version
end

function __fish_briefing_needs_command
    # Figure out if the current invocation already has a command.
    set -l cmd (commandline -opc)
    set -e cmd[1]
    argparse -s (__fish_briefing_global_optspecs) -- $cmd 2>/dev/null
    or return
    if set -q argv[1]
        # Also print the command, so this can be used to figure out what it is.
        echo $argv[1]
        return 1
    end
    return 0
end

function __fish_briefing_using_subcommand
    set -l cmd (__fish_briefing_needs_command)
    test -z "$cmd"
    and return 1
    contains -- $cmd[1] $argv
end

complete -c briefing -n "__fish_briefing_needs_command" -l sample -d 'Open a built-in sample' -r -f -a "deployment\t''
conference\t''
release\t''"
complete -c briefing -n "__fish_briefing_needs_command" -l date -d 'The day that words like "Wednesday" count from; wins over the text\'s own' -r
complete -c briefing -n "__fish_briefing_needs_command" -l as -d 'Read the input as this form instead of finding out' -r -f -a "text\t''
transcript\t''
markdown\t''
html\t''
feed\t''
json\t''
wire\t''"
complete -c briefing -n "__fish_briefing_needs_command" -l item -d 'Which item of a feed, or of a list of articles, to open' -r
complete -c briefing -n "__fish_briefing_needs_command" -l theme -d 'The colours' -r -f -a "ansi\t'The terminal\'s own colours'
auto\t'Dark or light, as the terminal answers when asked once'
dark\t'For a dark background'
light\t'For a light background'
mono\t'Without colours'"
complete -c briefing -n "__fish_briefing_needs_command" -l size -d 'The size of a screen that is drawn without a terminal' -r
complete -c briefing -n "__fish_briefing_needs_command" -l width -d 'The columns of a summary that is printed; at first the terminal\'s, else 80' -r
complete -c briefing -n "__fish_briefing_needs_command" -l config -d 'Read this configuration instead of the user\'s own' -r -F
complete -c briefing -n "__fish_briefing_needs_command" -l follow -d 'Where an item of a feed is only a summary, fetch its article'
complete -c briefing -n "__fish_briefing_needs_command" -l plain -d 'Print the findings line by line instead of drawing a screen: for screen readers'
complete -c briefing -n "__fish_briefing_needs_command" -l no-mouse -d 'Leave the mouse to the terminal'
complete -c briefing -n "__fish_briefing_needs_command" -l no-state -d 'Neither remember nor look up where reading stopped'
complete -c briefing -n "__fish_briefing_needs_command" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c briefing -n "__fish_briefing_needs_command" -s V -l version -d 'Print version'
complete -c briefing -n "__fish_briefing_needs_command" -a "export" -d 'Write findings to a file or to standard output'
complete -c briefing -n "__fish_briefing_needs_command" -a "schema" -d 'Print the JSON Schema of the JSON export'
complete -c briefing -n "__fish_briefing_needs_command" -a "completions" -d 'Print completions for a shell'
complete -c briefing -n "__fish_briefing_needs_command" -a "config" -d 'Say where the configuration is and what is wrong with it'
complete -c briefing -n "__fish_briefing_needs_command" -a "man" -d 'Print the manual page'
complete -c briefing -n "__fish_briefing_needs_command" -a "about" -d 'Print version, licences and the sources of the data'
complete -c briefing -n "__fish_briefing_needs_command" -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c briefing -n "__fish_briefing_using_subcommand export" -s f -l format -d 'What to write; at first what the ending of the -o file says, else text' -r -f -a "text\t'The summary as plain text'
markdown\t'The summary as Markdown'
html\t'The summary and the marked text as one web page'
svg\t'The screen as a picture'
ansi\t'The screen with its colours, for a terminal'
json\t'Everything, as one JSON object (see `briefing schema`)'
jsonl\t'The same, one object a line, a line for each file'
csv\t'The movements, a line for each row'"
complete -c briefing -n "__fish_briefing_using_subcommand export" -s o -l output -d 'Write to this file instead of standard output; to an existing folder, or a name ending in /, a file for each' -r -F
complete -c briefing -n "__fish_briefing_using_subcommand export" -l date -d 'The day that words like "Wednesday" count from; wins over the text\'s own' -r
complete -c briefing -n "__fish_briefing_using_subcommand export" -l as -d 'Read the input as this form instead of finding out' -r -f -a "text\t''
transcript\t''
markdown\t''
html\t''
feed\t''
json\t''
wire\t''"
complete -c briefing -n "__fish_briefing_using_subcommand export" -l item -d 'Which item of a feed, or of a list of articles, to open' -r
complete -c briefing -n "__fish_briefing_using_subcommand export" -l theme -d 'The colours' -r -f -a "ansi\t'The terminal\'s own colours'
auto\t'Dark or light, as the terminal answers when asked once'
dark\t'For a dark background'
light\t'For a light background'
mono\t'Without colours'"
complete -c briefing -n "__fish_briefing_using_subcommand export" -l size -d 'The size of a screen that is drawn without a terminal' -r
complete -c briefing -n "__fish_briefing_using_subcommand export" -l width -d 'The columns of a summary that is printed; at first the terminal\'s, else 80' -r
complete -c briefing -n "__fish_briefing_using_subcommand export" -l screen -d 'The screen of --format svg and ansi' -r -f -a "reader\t'The text beside speakers and movements'
summary\t'The briefing on one screen'
map\t'Where the movements go'
timeline\t'What happens when'
outline\t'Headings, questions and turns'"
complete -c briefing -n "__fish_briefing_using_subcommand export" -l sample -d 'Write a built-in sample\'s' -r -f -a "deployment\t''
conference\t''
release\t''"
complete -c briefing -n "__fish_briefing_using_subcommand export" -l force -d 'Replace what is there already'
complete -c briefing -n "__fish_briefing_using_subcommand export" -l follow -d 'Where an item of a feed is only a summary, fetch its article'
complete -c briefing -n "__fish_briefing_using_subcommand export" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c briefing -n "__fish_briefing_using_subcommand schema" -s h -l help -d 'Print help'
complete -c briefing -n "__fish_briefing_using_subcommand completions" -s h -l help -d 'Print help'
complete -c briefing -n "__fish_briefing_using_subcommand config" -l init -d 'Write it, with every default as a comment; an existing one stays as it is'
complete -c briefing -n "__fish_briefing_using_subcommand config" -s h -l help -d 'Print help'
complete -c briefing -n "__fish_briefing_using_subcommand man" -s h -l help -d 'Print help'
complete -c briefing -n "__fish_briefing_using_subcommand about" -s h -l help -d 'Print help'
complete -c briefing -n "__fish_briefing_using_subcommand help; and not __fish_seen_subcommand_from export schema completions config man about help" -f -a "export" -d 'Write findings to a file or to standard output'
complete -c briefing -n "__fish_briefing_using_subcommand help; and not __fish_seen_subcommand_from export schema completions config man about help" -f -a "schema" -d 'Print the JSON Schema of the JSON export'
complete -c briefing -n "__fish_briefing_using_subcommand help; and not __fish_seen_subcommand_from export schema completions config man about help" -f -a "completions" -d 'Print completions for a shell'
complete -c briefing -n "__fish_briefing_using_subcommand help; and not __fish_seen_subcommand_from export schema completions config man about help" -f -a "config" -d 'Say where the configuration is and what is wrong with it'
complete -c briefing -n "__fish_briefing_using_subcommand help; and not __fish_seen_subcommand_from export schema completions config man about help" -f -a "man" -d 'Print the manual page'
complete -c briefing -n "__fish_briefing_using_subcommand help; and not __fish_seen_subcommand_from export schema completions config man about help" -f -a "about" -d 'Print version, licences and the sources of the data'
complete -c briefing -n "__fish_briefing_using_subcommand help; and not __fish_seen_subcommand_from export schema completions config man about help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
