//! `briefing export`: reads each input, and writes it as asked.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use clap::ValueEnum;

use super::format::{self, Format};
use super::{text, write};
use crate::analysis::{self, Analysis, Context};
use crate::app::{App, Findings};
use crate::article::{Article, Place};
use crate::cli::{Export, Look, Reading, ThemeName};
use crate::config::Config;
use crate::error::{Error, shown};
use crate::source::{Input, SourceError};
use crate::term;
use crate::ui::picture;

/// Columns and rows of a screen that is drawn without a terminal.
const SCREEN: (u16, u16) = (120, 40);

/// An input, or why it cannot be one.
pub type Opened = Result<Input, SourceError>;

/// Reads an input and finds what is in it.
pub fn open(input: &Input, reading: &Reading) -> Result<(Article, Analysis), Error> {
    let article = reading.article(input)?;
    let analysis = analysis::analyse(&article, &Context { date: reading.date });
    Ok((article, analysis))
}

/// Writes every input. Whether all went well: where several are asked for, one that cannot be read is said and
/// the others are written.
pub fn run(export: &Export, inputs: Vec<Opened>) -> Result<bool, Error> {
    let format = export.format.unwrap_or_else(|| guessed(export));
    // Pictures are drawn as the user's screen is; nothing else depends on his configuration.
    let own = || Config::path().and_then(|path| Config::read(&path).ok());
    let config = if format.is_screen() { own() } else { None };
    let job = Job {
        export,
        format,
        config: config.unwrap_or_default(),
    };
    match export.output.as_ref().filter(|file| file.as_os_str() != "-") {
        Some(folder) if is_folder(folder) => job.to_folder(folder, inputs),
        _ if inputs.len() > 1 && !format.holds_several() => Err(Error::OneFile {
            format: format.name(),
            files: inputs.len(),
        }),
        Some(file) => job.to_file(file, inputs),
        None => job.to_output(inputs),
    }
}

fn guessed(export: &Export) -> Format {
    let file = export.output.as_deref();
    file.and_then(Path::extension)
        .and_then(|ending| Format::of_extension(ending.to_str()?))
        .unwrap_or(Format::Text)
}

fn is_folder(path: &Path) -> bool {
    path.is_dir()
        || path
            .as_os_str()
            .to_string_lossy()
            .ends_with(std::path::is_separator)
}

struct Job<'a> {
    export: &'a Export,
    format: Format,
    config: Config,
}

impl Job<'_> {
    fn to_output(&self, inputs: Vec<Opened>) -> Result<bool, Error> {
        let mut first = true;
        self.each(inputs, |written, _| {
            let before = if first {
                format::head(self.format)
            } else {
                format::between(self.format).to_owned()
            };
            first = false;
            write::to_output(&(before + &written))
        })
    }

    fn to_file(&self, file: &Path, inputs: Vec<Opened>) -> Result<bool, Error> {
        let mut content = format::head(self.format);
        let mut first = true;
        let well = self.each(inputs, |written, _| {
            if !std::mem::take(&mut first) {
                content.push_str(format::between(self.format));
            }
            content.push_str(&written);
            Ok(())
        })?;
        if !first {
            self.write(file, &content)?;
        }
        Ok(well)
    }

    fn to_folder(&self, folder: &Path, inputs: Vec<Opened>) -> Result<bool, Error> {
        std::fs::create_dir_all(folder).map_err(|cause| Error::on_writing(folder, cause))?;
        let mut taken = Vec::new();
        self.each(inputs, |written, article| {
            let file = folder.join(name(article, self.format, &mut taken));
            self.write(&file, &(format::head(self.format) + &written))
        })
    }

    fn write(&self, file: &Path, content: &str) -> Result<(), Error> {
        write::to_file(file, content, self.export.force)?;
        eprintln!("briefing: wrote {}", shown(file));
        Ok(())
    }

    /// The screen that the reader would show.
    fn screen(&self, article: &Arc<Article>, analysis: Analysis) -> String {
        let look = &self.export.look;
        let theme = self.config.theme.as_deref();
        let theme = theme.and_then(|name| ThemeName::from_str(name, true).ok());
        let findings = Arc::new(Findings::new(article, analysis));
        let mut app = App::new(Arc::clone(article), findings);
        app.set_scheme(look.theme.or(theme).unwrap_or_default().scheme());
        let size = look.size.map_or(SCREEN, |size| (size.width, size.height));
        app.resize(size.0, size.1);
        if let Some(action) = self.export.screen.action() {
            app.apply(action, None);
        }
        let frame = picture::frame(&mut app, size, &self.config.styles);
        match self.format {
            Format::Svg => picture::svg(&frame, app.scheme(), app.title()),
            _ => picture::ansi(&frame),
        }
    }

    /// Makes the export of each input and hands it to `take`.
    fn each(
        &self,
        inputs: Vec<Opened>,
        mut take: impl FnMut(String, &Article) -> Result<(), Error>,
    ) -> Result<bool, Error> {
        let several = inputs.len() > 1;
        let mut well = true;
        for input in inputs {
            let opened = input
                .map_err(Error::from)
                .and_then(|input| open(&input, &self.export.reading));
            let (article, analysis) = match opened {
                Ok(opened) => opened,
                Err(error) if several => {
                    eprintln!("briefing: {error}");
                    well = false;
                    continue;
                }
                Err(error) => return Err(error),
            };
            let article = Arc::new(article);
            let written = if self.format.is_screen() {
                self.screen(&article, analysis)
            } else {
                format::render(self.format, &article, &analysis, width(&self.export.look))
            };
            match take(written, &article) {
                Err(error @ Error::Exists(_)) if several => {
                    eprintln!("briefing: {error}");
                    well = false;
                }
                taken => taken?,
            }
        }
        Ok(well)
    }
}

/// Columns for a summary: those asked for, else those of the terminal, else 80.
fn width(look: &Look) -> usize {
    let asked = look
        .width
        .or_else(|| look.size.map(|size| usize::from(size.width)));
    let told = || std::env::var("COLUMNS").ok()?.parse().ok();
    asked.or_else(told).or_else(term::columns).unwrap_or(text::WIDTH)
}

/// A name for the export of `article` that none of `taken` has; it joins them.
fn name(article: &Article, format: Format, taken: &mut Vec<String>) -> PathBuf {
    let stem = file_stem(article);
    let extension = format.extension();
    let mut name = format!("{stem}.{extension}");
    let mut number = 2;
    while taken.contains(&name) {
        name = format!("{stem}-{number}.{extension}");
        number += 1;
    }
    taken.push(name.clone());
    PathBuf::from(name)
}

/// What an export of `article` may be called: its own name without ending and without what a shell would mind.
pub fn file_stem(article: &Article) -> String {
    /// The longest, in characters.
    const LONGEST: usize = 100;
    let last = |path: &str| {
        let name = path.trim_end_matches('/').rsplit(['/', '\\']).next();
        name.unwrap_or_default().to_owned()
    };
    let name = match &article.origin.place {
        Place::Path(path) => last(path),
        Place::Url(url) => last(url.split(['?', '#']).next().unwrap_or_default()),
        Place::Stdin => "standard-input".to_owned(),
        Place::Sample(name) => name.to_string(),
    };
    let stem = Path::new(&name)
        .file_stem()
        .map(|stem| stem.to_string_lossy())
        .unwrap_or_default();
    let tame = |c: char| {
        if c.is_alphanumeric() || "-_.".contains(c) {
            c
        } else {
            '-'
        }
    };
    let stem: String = stem.chars().map(tame).take(LONGEST).collect();
    let stem = stem.trim_matches(['.', '-']);
    if stem.is_empty() { "briefing" } else { stem }.to_owned()
}
