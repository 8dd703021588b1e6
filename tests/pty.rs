//! The life cycle in a pseudo-terminal: what is taken is given back on every way out.
#![cfg(unix)]

use std::io::{Read, Write};
use std::process::Command;
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};

const PATIENCE: Duration = Duration::from_secs(20);

const ARTICLE: &str = "HARSK – The ministry said that about 1,200 soldiers of the 4th Mountain Brigade would leave Harsk.\n\n\
    “We adjust to what we see,” said Colonel Dana Reyes.\n\nThe end of the exercise.\n";

/// A program in a terminal of 100 by 30.
struct Terminal {
    child: Box<dyn Child + Send + Sync>,
    master: Box<dyn MasterPty + Send>,
    input: Box<dyn Write + Send>,
    output: Receiver<Vec<u8>>,
    screen: vt100::Parser,
    raw: Vec<u8>,
    /// All output has been read, since no process has the terminal open any more.
    closed: bool,
    folder: tempfile::TempDir,
}

impl Terminal {
    /// Opens the article with these words before the file, or by a line for the shell in which FILE and PROGRAM are put in.
    fn start(env: &[(&str, &str)], shell: Option<&str>) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join("brief.txt");
        std::fs::write(&file, ARTICLE).expect("the article");
        let size = PtySize {
            rows: 30,
            cols: 100,
            pixel_width: 0,
            pixel_height: 0,
        };
        let pair = native_pty_system().openpty(size).expect("a pseudo-terminal");
        let program = env!("CARGO_BIN_EXE_briefing");
        let mut command = match shell {
            None => {
                let mut command = CommandBuilder::new(program);
                command.args(["--no-state".as_ref(), file.as_os_str()]);
                command
            }
            Some(line) => {
                let mut command = CommandBuilder::new("sh");
                command.arg("-c");
                command.arg(
                    line.replace("PROGRAM", program)
                        .replace("FILE", &file.to_string_lossy()),
                );
                command
            }
        };
        command.cwd(folder.path());
        command.env("TERM", "xterm-256color");
        command.env("RUST_BACKTRACE", "0");
        command.env("XDG_CONFIG_HOME", folder.path());
        command.env_remove("NO_COLOR");
        for name in [
            "TMUX",
            "TERM_PROGRAM",
            "VTE_VERSION",
            "KONSOLE_VERSION",
            "WT_SESSION",
            "DOMTERM",
        ] {
            command.env_remove(name);
        }
        for (name, value) in env {
            command.env(name, value);
        }
        let child = pair.slave.spawn_command(command).expect("the program");
        drop(pair.slave);
        let mut reader = pair.master.try_clone_reader().expect("a reader");
        let (send, output) = channel();
        std::thread::spawn(move || {
            let mut buffer = vec![0; 65536];
            while let Ok(read @ 1..) = reader.read(&mut buffer) {
                if send.send(buffer[..read].to_vec()).is_err() {
                    break;
                }
            }
        });
        Self {
            child,
            input: pair.master.take_writer().expect("a writer"),
            master: pair.master,
            output,
            screen: vt100::Parser::new(30.try_into().expect("rows"), 100.try_into().expect("columns"), 0),
            raw: Vec::new(),
            closed: false,
            folder,
        }
    }

    fn open() -> Self {
        let mut terminal = Self::start(&[], None);
        terminal.wait_for("We adjust to what we see");
        // The facts at the top stand there when all findings do.
        terminal.wait_for(" speaker");
        terminal
    }

    fn pump(&mut self) {
        match self.output.recv_timeout(Duration::from_millis(20)) {
            Ok(bytes) => {
                self.screen.process(&bytes);
                self.raw.extend_from_slice(&bytes);
            }
            Err(RecvTimeoutError::Timeout) => {}
            Err(RecvTimeoutError::Disconnected) => self.closed = true,
        }
    }

    fn wait_until(&mut self, what: &str, done: impl Fn(&mut Self) -> bool) {
        let began = Instant::now();
        while !done(self) {
            assert!(
                began.elapsed() < PATIENCE,
                "{what}; the screen:\n{}",
                self.screen.screen().contents()
            );
            self.pump();
        }
    }

    fn wait_for(&mut self, words: &str) {
        self.wait_until(words, |t| t.screen.screen().contents().contains(words));
    }

    fn press(&mut self, keys: &str) {
        self.input.write_all(keys.as_bytes()).expect("keys");
        self.input.flush().expect("keys");
    }

    /// Waits until nobody has the terminal open any more and all that was written is on the screen.
    fn wait_for_end(&mut self) -> portable_pty::ExitStatus {
        let began = Instant::now();
        while !self.closed {
            assert!(began.elapsed() < PATIENCE, "it did not end");
            self.pump();
        }
        self.child.wait().expect("its state")
    }

    fn is_given_back(&self) -> bool {
        let screen = self.screen.screen();
        !screen.alternate_screen()
            && !screen.hide_cursor()
            && !screen.bracketed_paste()
            && screen.mouse_protocol_mode() == vt100::MouseProtocolMode::None
    }

    fn signal(&self, name: &str) {
        let pid = self.child.process_id().expect("a process").to_string();
        assert!(
            Command::new("kill")
                .args(["-s", name, &pid])
                .status()
                .expect("kill")
                .success()
        );
    }

    fn is_stopped(&self) -> bool {
        let pid = self.child.process_id().expect("a process").to_string();
        let state = Command::new("ps")
            .args(["-o", "state=", "-p", &pid])
            .output()
            .expect("ps");
        String::from_utf8_lossy(&state.stdout)
            .trim_start()
            .starts_with('T')
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        let _ = self.child.kill();
    }
}

#[test]
fn it_opens_and_q_gives_the_terminal_back() {
    let mut terminal = Terminal::open();
    assert!(terminal.screen.screen().alternate_screen());
    terminal.press("q");
    assert!(terminal.wait_for_end().success());
    assert!(terminal.is_given_back());
}

#[test]
fn a_late_answer_about_the_background_types_nothing() {
    let mut terminal = Terminal::open();
    terminal.press("\x1b]11;rgb:ffff/ffff/ffff\x1b\\");
    terminal.press("/no drill");
    terminal.wait_for("/no drill");
    assert!(
        !terminal.screen.screen().contents().contains("Commands"),
        "its colon opened the commands"
    );
    // The keys that begin like an answer still are keys.
    terminal.press("\x1b");
    terminal.wait_until("the field closes", |t| {
        !t.screen.screen().contents().contains("/no drill")
    });
    terminal.press("\x1b]");
    terminal.wait_for("has no meaning here");
}

#[test]
fn a_pipe_is_read_and_keys_come_from_the_terminal() {
    let mut terminal = Terminal::start(&[], Some("cat 'FILE' | 'PROGRAM' --no-state -"));
    terminal.wait_for("We adjust to what we see");
    terminal.press("S");
    terminal.wait_for("WHO SAID WHAT");
    terminal.press("\u{3}");
    assert!(terminal.wait_for_end().success());
    assert!(terminal.is_given_back());
}

#[test]
fn signals_that_end_it_give_the_terminal_back() {
    for name in ["TERM", "HUP", "INT", "QUIT"] {
        let mut terminal = Terminal::open();
        terminal.signal(name);
        let status = terminal.wait_for_end();
        assert!(!status.success(), "{name}");
        assert!(terminal.is_given_back(), "{name}");
    }
}

#[test]
fn ctrl_z_stops_it_with_the_terminal_given_back_and_the_shell_brings_it_back() {
    for by_key in [true, false] {
        let mut terminal = Terminal::open();
        terminal.press("))");
        terminal.wait_for("1 of 1");
        if by_key {
            terminal.press("\u{1a}");
        } else {
            terminal.signal("TSTP");
        }
        terminal.wait_until("it did not stop", |t| t.is_stopped());
        terminal.wait_until("the terminal was not given back", |t| t.is_given_back());
        terminal.signal("CONT");
        terminal.wait_until("it did not come back", |t| t.screen.screen().alternate_screen());
        terminal.wait_for("We adjust to what we see");
        terminal.press("q");
        assert!(terminal.wait_for_end().success());
        assert!(terminal.is_given_back());
    }
}

/// Puts a program at `name` into the folder of the briefing.
fn put_program(terminal: &Terminal, name: &str, lines: &str) -> String {
    use std::os::unix::fs::PermissionsExt;
    let path = terminal.folder.path().join(name);
    std::fs::write(&path, format!("#!/bin/sh\n{lines}")).expect("a program");
    std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o755)).expect("a program");
    path.to_string_lossy().into_owned()
}

#[test]
fn the_editor_has_the_terminal_to_itself_and_what_it_changed_is_read_again() {
    let folder = tempfile::tempdir().expect("a folder");
    let editor = folder.path().join("vim");
    let mut terminal = Terminal::start(&[("VISUAL", &editor.to_string_lossy())], None);
    let made = put_program(
        &terminal,
        "vim",
        "echo EDITOR $*; read line; echo GOT $line; read line\n\
         { cat $2; echo; echo Tomas Lind said little.; } > $2.new; mv $2.new $2\n",
    );
    std::os::unix::fs::symlink(made, &editor).expect("a link");
    terminal.wait_for("We adjust to what we see");
    terminal.wait_for(" speaker");
    terminal.press("}E");
    terminal.wait_for("EDITOR +3");
    assert!(terminal.is_given_back());
    // Every one of these letters means something here, were they not the editor's.
    terminal.press("Seqw/\r");
    terminal.wait_for("GOT Seqw/");
    terminal.press("\r");
    terminal.wait_until("it did not come back", |t| t.screen.screen().alternate_screen());
    terminal.wait_for("Tomas Lind said little");
    terminal.wait_for("was read again");
    terminal.press("S");
    terminal.wait_for("WHO SAID WHAT");
    terminal.press("\u{3}");
    assert!(terminal.wait_for_end().success());
    assert!(terminal.is_given_back());
}

#[test]
fn an_editor_that_is_not_there_is_said_and_a_pipe_is_shown_as_a_copy() {
    let mut terminal = Terminal::start(&[("VISUAL", "/no/such/editor")], None);
    terminal.wait_for(" speaker");
    terminal.press("E");
    terminal.wait_for("cannot be started");
    terminal.press("q");
    assert!(terminal.wait_for_end().success());
    let mut terminal = Terminal::start(
        &[(
            "VISUAL",
            "sh -c 'echo COPY; tail -n 1 $0; test -w $0 || echo READONLY; read x'",
        )],
        Some("cat 'FILE' | 'PROGRAM' --no-state -"),
    );
    terminal.wait_for(" speaker");
    terminal.press("E");
    terminal.wait_for("COPY");
    terminal.wait_for("The end of the exercise");
    terminal.press("\r");
    terminal.wait_for("a copy to read only");
    terminal.press("q");
    assert!(terminal.wait_for_end().success());
    assert!(terminal.is_given_back());
}

#[test]
fn an_interrupt_and_a_stop_in_the_editor_are_the_editors() {
    let mut terminal = Terminal::start(
        &[("EDITOR", "sh -c 'trap \"\" INT; echo READY; read x; echo DONE'")],
        None,
    );
    terminal.wait_for(" speaker");
    terminal.press("E");
    terminal.wait_for("READY");
    terminal.press("\u{3}");
    terminal.signal("TSTP");
    terminal.wait_until("it did not stop with its editor", |t| t.is_stopped());
    terminal.signal("CONT");
    terminal.press("\r");
    terminal.wait_until("it did not come back", |t| t.screen.screen().alternate_screen());
    terminal.wait_for("We adjust to what we see");
    terminal.press("q");
    assert!(terminal.wait_for_end().success());
    assert!(terminal.is_given_back());
}

#[test]
fn a_file_that_changes_is_read_again_in_its_place_and_one_that_goes_is_kept() {
    let mut terminal = Terminal::open();
    let file = terminal.folder.path().join("brief.txt");
    terminal.press("G");
    std::fs::write(&file, format!("A new opening stands here.\n\n{ARTICLE}")).expect("the article");
    terminal.wait_for("was read again");
    terminal.wait_for("A new opening");
    terminal.wait_for("¶ 4/4");
    std::fs::remove_file(&file).expect("it goes");
    terminal.wait_for("is gone from its place");
    terminal.wait_for("A new opening");
    // Off, nothing is read.
    terminal.press("R");
    terminal.wait_for("Live reload off");
    std::fs::write(&file, "Something quite different.\n").expect("the article");
    std::thread::sleep(Duration::from_millis(2500));
    terminal.press("j");
    terminal.wait_until("a draw", |t| {
        !t.screen.screen().contents().contains("Live reload off")
    });
    assert!(terminal.screen.screen().contents().contains("A new opening"));
    terminal.press("r");
    terminal.wait_for("Something quite different");
    terminal.press("q");
    assert!(terminal.wait_for_end().success());
}

#[test]
fn a_terminal_that_knows_links_gets_them_and_shows_the_same_words() {
    for (known, wanted) in [("WezTerm", true), ("Apple_Terminal", false)] {
        let mut terminal = Terminal::start(
            &[
                ("TERM_PROGRAM", known),
                ("VTE_VERSION", ""),
                ("KONSOLE_VERSION", ""),
                ("WT_SESSION", ""),
            ],
            Some(
                "echo 'The order is at https://example.org/order for all.' > FILE; exec PROGRAM --no-state FILE",
            ),
        );
        terminal.wait_for("https://example.org/order for all.");
        let raw = String::from_utf8_lossy(&terminal.raw).into_owned();
        assert_eq!(
            raw.contains(";https://example.org/order\u{1b}\\"),
            wanted,
            "{known}"
        );
        terminal.press("o");
        terminal.wait_for("Open this link?");
        terminal.press("\u{3}");
        assert!(terminal.wait_for_end().success());
    }
}

/// Column of the rule between text and lists.
fn rule(terminal: &Terminal) -> Option<usize> {
    let screen = terminal.screen.screen();
    let title = screen.rows(0, 100).nth(1)?;
    title.chars().position(|c| c == '┬')
}

#[test]
fn place_note_and_borders_are_there_again_the_next_time_and_not_with_no_state() {
    let home = tempfile::tempdir().expect("a folder");
    let mut terminal = Terminal::start(
        &[("XDG_STATE_HOME", &home.path().to_string_lossy())],
        Some("PROGRAM FILE; PROGRAM FILE; exec PROGRAM --no-state FILE"),
    );
    terminal.wait_for(" speaker");
    let first = rule(&terminal).expect("a rule");
    terminal.press("2zhGaask her\r");
    terminal.wait_for("goes into every export");
    terminal.press("q");
    terminal.wait_for("where you stopped");
    terminal.wait_for("✎");
    assert_eq!(rule(&terminal), Some(first - 8));
    terminal.press("z=q");
    terminal.wait_until("the third time", |t| {
        rule(t) == Some(first) && t.screen.screen().contents().contains("¶ 1/3")
    });
    terminal.wait_for(" speaker");
    assert!(!terminal.screen.screen().contents().contains('✎'));
    terminal.press("q");
    assert!(terminal.wait_for_end().success());
    let kept = home.path().join("briefing/layout.json");
    let text = std::fs::read_to_string(kept).expect("the arrangement");
    assert!(text.contains("\"side\": null"), "{text}");
}

#[test]
fn a_border_is_dragged_with_the_mouse() {
    let mut terminal = Terminal::open();
    let from = rule(&terminal).expect("a rule");
    // SGR mouse reports: pressed, moved with the button down, let go; columns from one.
    terminal.press(&format!(
        "\u{1b}[<0;{};10M\u{1b}[<32;41;10M\u{1b}[<0;41;10m",
        from + 1
    ));
    terminal.wait_until("it did not move", |t| rule(t) == Some(40));
    terminal.press("q");
    assert!(terminal.wait_for_end().success());
}

#[test]
fn a_copy_goes_through_the_terminal_or_to_a_file_and_says_which() {
    let mut terminal = Terminal::open();
    terminal.press(")yq");
    terminal.wait_for("through the terminal");
    // The sequence holds the text in base64: “We adj… begins so.
    assert!(String::from_utf8_lossy(&terminal.raw).contains("\u{1b}]52;c;"));
    terminal.press("q");
    assert!(terminal.wait_for_end().success());
    let mut terminal = Terminal::start(&[("TERM_PROGRAM", "Apple_Terminal")], None);
    terminal.wait_for(" speaker");
    terminal.press(")yq");
    terminal.wait_for("brief-copied.txt, since this terminal");
    terminal.press("}yy");
    terminal.wait_for("Wrote paragraph");
    terminal.press("q");
    assert!(terminal.wait_for_end().success());
    assert!(!String::from_utf8_lossy(&terminal.raw).contains("\u{1b}]52;"));
    let text = std::fs::read_to_string(terminal.folder.path().join("brief-copied.txt")).expect("the copies");
    assert!(text.contains(" — ") && text.lines().count() == 3, "{text}");
}

#[test]
fn a_mistake_in_the_configuration_is_told_with_its_line_and_the_rest_holds() {
    let home = tempfile::tempdir().expect("a folder");
    let folder = home.path().join("briefing");
    std::fs::create_dir_all(&folder).expect("a folder");
    let text = "layout = \"one\"\nwidht = 60\n[keys]\nsummary = \"gs\"\n";
    std::fs::write(folder.join("config.toml"), text).expect("a configuration");
    let home = home.path().to_string_lossy().into_owned();
    let mut terminal = Terminal::start(&[("XDG_CONFIG_HOME", &home)], None);
    terminal.wait_for("config.toml line 2");
    terminal.wait_for("did you mean “width”?");
    assert_eq!(rule(&terminal), None, "one pane, as the file says");
    terminal.wait_for(" speaker");
    terminal.press("q");
    assert!(terminal.wait_for_end().success());
}

#[test]
fn without_colours_the_focus_is_still_seen() {
    let mut terminal = Terminal::start(&[("NO_COLOR", "1")], None);
    terminal.wait_for("We adjust to what we see");
    terminal.press("\t");
    terminal.wait_until("no cell is reversed", |t| {
        let screen = t.screen.screen();
        (0..30).any(|y| (0..100).any(|x| screen.cell(y, x).is_some_and(vt100::Cell::inverse)))
    });
    let raw = String::from_utf8_lossy(&terminal.raw).into_owned();
    for colour in [
        "\u{1b}[31m",
        "\u{1b}[32m",
        "\u{1b}[38;",
        "\u{1b}[48;",
        "\u{1b}[;m",
    ] {
        assert!(!raw.contains(colour), "{colour:?}");
    }
    terminal.press("q");
    terminal.wait_for_end();
}

#[test]
fn a_resize_is_followed() {
    let mut terminal = Terminal::open();
    terminal
        .master
        .resize(PtySize {
            rows: 12,
            cols: 50,
            pixel_width: 0,
            pixel_height: 0,
        })
        .expect("another size");
    terminal
        .screen
        .screen_mut()
        .set_size(12.try_into().expect("rows"), 50.try_into().expect("columns"));
    terminal.wait_until("no tabs", |t| {
        t.screen
            .screen()
            .rows(0, 50)
            .nth(1)
            .is_some_and(|r| r.contains("Movements"))
    });
    terminal.press("q");
    assert!(terminal.wait_for_end().success());
}

#[cfg(debug_assertions)]
#[test]
fn a_panic_gives_the_terminal_back_and_its_message_can_be_read() {
    let mut terminal = Terminal::start(&[("BRIEFING_PANIC", "1")], None);
    terminal.wait_for("We adjust to what we see");
    terminal.press("P");
    assert!(!terminal.wait_for_end().success());
    assert!(terminal.is_given_back());
    assert!(terminal.screen.screen().contents().contains("panicked at"));
}

#[test]
fn a_missing_file_never_touches_the_screen() {
    let mut terminal = Terminal::start(&[], Some("'PROGRAM' no-such-file.txt"));
    assert!(!terminal.wait_for_end().success());
    let raw = String::from_utf8_lossy(&terminal.raw).into_owned();
    assert!(
        raw.contains("no-such-file.txt: no such file") && !raw.contains("\u{1b}[?1049h"),
        "{raw}"
    );
}

#[test]
fn several_open_as_a_list_to_which_q_goes_back() {
    let mut terminal = Terminal::start(&[], Some("exec PROGRAM --no-state gone.txt FILE"));
    terminal.wait_for("brief.txt");
    terminal.wait_for("1/2");
    // What cannot be opened is said, and the list stays.
    terminal.press("\r");
    terminal.wait_for("Not opened");
    terminal.wait_for("no such file");
    terminal.press("j\r");
    terminal.wait_for("We adjust to what we see");
    terminal.press("q");
    terminal.wait_for("2/2");
    terminal.press("q");
    assert!(terminal.wait_for_end().success());
    assert!(terminal.is_given_back());
}

#[test]
fn without_a_file_the_samples_are_a_list_and_ctrl_c_ends_it_from_anywhere() {
    let mut terminal = Terminal::start(&[], Some("exec PROGRAM --no-state"));
    for sample in ["deployment", "conference", "release"] {
        terminal.wait_for(sample);
    }
    terminal.press("\r");
    terminal.wait_for("Biden");
    terminal.press("\x03");
    assert!(terminal.wait_for_end().success());
    assert!(terminal.is_given_back());
}

#[test]
fn a_terminal_that_can_only_print_lines_gets_the_summary() {
    let mut terminal = Terminal::start(&[("TERM", "dumb")], None);
    assert!(terminal.wait_for_end().success());
    let printed = String::from_utf8_lossy(&terminal.raw).into_owned();
    assert!(printed.contains("WHO SAID WHAT"), "{printed}");
    assert!(!printed.contains('\u{1b}'), "{printed}");
}
